import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, readCookie, sessionCookieName, type Config } from '@preau/shared-api';
import type { CookieOptions, Request, Response } from 'express';

/** The one cookie of the platform, held by people who sign in. It goes when the browser closes. */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly options: CookieOptions;

  constructor(@Inject(CONFIG) config: Config) {
    this.name = sessionCookieName(config.publicUrl);
    this.options = {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: config.publicUrl.startsWith('https:'),
    };
  }

  read(request: Request): string | null {
    return readCookie(request.headers.cookie, this.name);
  }

  give(response: Response, secret: string): void {
    response.cookie(this.name, secret, this.options);
  }

  take(response: Response): void {
    response.clearCookie(this.name, this.options);
  }
}
