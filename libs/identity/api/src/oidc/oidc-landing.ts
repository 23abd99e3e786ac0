import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource } from 'typeorm';
import { CONFIG, createLogger, type Config } from '@preau/shared-api';
import { RoleGrantRow } from '../rights/role-grant.entity';
import type { Entered } from '../sign-in/entry';
import { OidcRefused } from './oidc-refused';

interface Arrival {
  readonly entered: Entered;
  readonly returnPath: string | null;
}

/** The pages of the site a browser that comes from a provider is sent to. */
@Injectable()
export class OidcLanding {
  private readonly log;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) config: Config,
  ) {
    this.log = createLogger(config, 'oidc');
  }

  /** Where a session leads: back to where one was, else the place of one's role. Where it is not open yet: to the step that is wanted. */
  async after({ entered: { result }, returnPath }: Arrival): Promise<string> {
    if ('step' in result) {
      const step = result.step === 'REGISTRATION' ? '/connexion/compte' : '/connexion/second-facteur';
      return returnPath === null ? step : `${step}?retour=${encodeURIComponent(returnPath)}`;
    }
    if (returnPath !== null) return returnPath;
    const isStaff = await this.database.manager.existsBy(RoleGrantRow, {
      accountId: result.account.id,
      role: In(['staff', 'admin']),
    });
    return isStaff ? '/pilotage' : '/mon-espace';
  }

  /** Does it, or leads back to the sign-in page with the code of the refusal; its cause is in the log, under a reference. */
  async orRefused(provider: string, work: () => Promise<{ url: string }>): Promise<{ url: string }> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof OidcRefused)) throw error;
      const reference = randomBytes(6).toString('base64url');
      const { code, reason } = error;
      this.log.warn({ reference, provider: provider.slice(0, 100), code, reason }, 'sign-in refused');
      return { url: `/connexion?refus=${code}&reference=${reference}` };
    }
  }
}
