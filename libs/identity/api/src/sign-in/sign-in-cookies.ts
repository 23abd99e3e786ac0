import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { deviceName } from '@preau/identity-domain';
import type { Actor } from '@preau/shared-domain';
import { SessionCookie } from '../sessions/session-cookie';
import { BrowserCookie } from './browser-cookie';
import type { SignInPlace } from './entry';

/** A request and its answer. */
export interface Exchange {
  readonly req: Request;
  readonly res: Response;
}

/** The two cookies of signing in: the browser's, then the session's. */
@Injectable()
export class SignInCookies {
  constructor(
    private readonly session: SessionCookie,
    private readonly browser: BrowserCookie,
  ) {}

  browserOf({ req, res }: Exchange): Buffer {
    return this.browser.readOrGive(req, res);
  }

  placeOf(exchange: Exchange, actor: Actor): SignInPlace {
    const device = deviceName(exchange.req.headers['user-agent']);
    return { actor, device, browserHash: this.browserOf(exchange) };
  }

  /** Hands the session's secret over, once all is committed. */
  keeper({ res }: Exchange): (secret: string) => void {
    return (secret) => {
      this.session.give(res, secret);
    };
  }

  forget(response: Response): void {
    this.session.take(response);
  }
}
