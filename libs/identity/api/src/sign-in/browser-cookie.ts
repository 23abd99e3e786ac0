import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { browserCookieName, CONFIG, readCookie, type Config } from '@preau/shared-api';
import type { Request, Response } from 'express';

const SECRET = /^[\w-]{43}$/;

/**
 * Tells the browser that asked to sign in from every other: what a mail or a provider proves opens a session nowhere
 * else. Held from the asking to the end of the browser; it says nothing of who one is.
 */
@Injectable()
export class BrowserCookie {
  private readonly name: string;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.name = browserCookieName(config.publicUrl);
  }

  /** SHA-256 of the browser's secret, which is how tables know it; null when it has none. */
  read(request: Request): Buffer | null {
    const secret = readCookie(request.headers.cookie, this.name);
    return secret !== null && SECRET.test(secret) ? hashOf(secret) : null;
  }

  /** The same, of a browser that is given a secret when it has none. */
  readOrGive(request: Request, response: Response): Buffer {
    const known = this.read(request);
    if (known) return known;
    const secret = randomBytes(32).toString('base64url');
    response.cookie(this.name, secret, {
      httpOnly: true,
      // A provider's page leads back here: Lax is sent with that, Strict would not be.
      sameSite: 'lax',
      path: '/',
      secure: this.config.publicUrl.startsWith('https:'),
    });
    // Several operations of one request are one browser.
    request.headers.cookie = [request.headers.cookie, `${this.name}=${secret}`].filter(Boolean).join('; ');
    return hashOf(secret);
  }
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
