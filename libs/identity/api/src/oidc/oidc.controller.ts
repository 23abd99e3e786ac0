import { Controller, Get, Header, Param, Query, Redirect, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Access, CurrentActor } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { SignInCookies } from '../sign-in/sign-in-cookies';
import { FinishOidcService } from './finish-oidc.service';
import { OidcLanding } from './oidc-landing';
import { StartOidcService } from './start-oidc.service';

interface Destination {
  readonly url: string;
}

/** To a provider of identities and back: addresses that a browser follows, each of which only says where to go on. */
@Controller('auth')
export class OidcController {
  constructor(
    private readonly starting: StartOidcService,
    private readonly finishing: FinishOidcService,
    private readonly landing: OidcLanding,
    private readonly cookies: SignInCookies,
  ) {}

  @Get(':provider')
  @Access('public')
  @Header('cache-control', 'no-store')
  @Redirect(undefined, 303)
  start(
    @Param('provider') provider: string,
    @Query('return_to') returnTo: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Destination> {
    return this.landing.orRefused(provider, async () => ({
      url: await this.starting.start(provider, returnTo, this.cookies.browserOf({ req, res })),
    }));
  }

  @Get(':provider/callback')
  @Access('public')
  @Header('cache-control', 'no-store')
  @Redirect(undefined, 303)
  finish(
    @Param('provider') provider: string,
    @CurrentActor() actor: Actor,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Destination> {
    const exchange = { req, res };
    const answer = new URL(req.originalUrl, 'http://answer').searchParams;
    return this.landing.orRefused(provider, async () => {
      const place = this.cookies.placeOf(exchange, actor);
      const keep = this.cookies.keeper(exchange);
      return { url: await this.landing.after(await this.finishing.finish(provider, answer, place, keep)) };
    });
  }

  /** Signed out at the provider too: what its address says is of no use any more. */
  @Get(':provider/sortie')
  @Access('public')
  @Header('cache-control', 'no-store')
  @Redirect('/', 303)
  signedOut(): void {
    // The redirection is all there is.
  }
}
