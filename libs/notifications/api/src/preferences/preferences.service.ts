import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import {
  CHOSEN_KINDS,
  endedKinds,
  preferenceRefusal,
  type MailPreferences,
} from '@preau/notifications-domain';
import { transaction } from '@preau/shared-api';
import type { SignedIn } from '@preau/shared-domain';
import { addressOf, readPreferences, writePreferences } from './preference.queries';
import type {
  MailPreferencesChosen,
  MailPreferencesRefused,
  SaveMailPreferencesInput,
  UnsubscribeRefused,
  Unsubscription,
} from './preference.types';
import { UnsubscribeLinks, type UnsubscribeClaim } from './unsubscribe-links';

/** Which mails somebody receives: chosen in their space, or ended by a mail's own link. */
@Injectable()
export class Preferences {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly links: UnsubscribeLinks,
  ) {}

  async of({ accountId }: SignedIn): Promise<MailPreferencesChosen> {
    return this.shown(accountId, await readPreferences(this.database, accountId));
  }

  async save(
    { accountId }: SignedIn,
    { kinds, perWeek = null }: SaveMailPreferencesInput,
  ): Promise<MailPreferencesChosen | MailPreferencesRefused> {
    const refusal = preferenceRefusal({ perWeek });
    if (refusal) return { code: refusal };
    const saved = await transaction(this.database, async (tx) => {
      const { frequencies } = await readPreferences({ manager: tx }, accountId);
      const chosen = Object.fromEntries(kinds.map(({ kind, frequency }) => [kind, frequency]));
      const preferences = { frequencies: { ...frequencies, ...chosen }, perWeek };
      await writePreferences(tx, accountId, preferences);
      return preferences;
    });
    return this.shown(accountId, saved);
  }

  /** What a link is about, before its button is pressed. */
  async look(token: string): Promise<Unsubscription | UnsubscribeRefused> {
    const claim = this.links.read(token);
    const address = claim && (await addressOf(this.database, claim.accountId));
    if (!claim || !address) return { code: 'INVALID_LINK' };
    const { frequencies } = await readPreferences(this.database, claim.accountId);
    const isEnded = endedKinds(claim.scope, frequencies).every((kind) => frequencies[kind] === 'NONE');
    return { scope: claim.scope, address: veiled(address), isEnded };
  }

  /** Ends what a link is about. Done already, it stays so. */
  async unsubscribe(token: string): Promise<Unsubscription | UnsubscribeRefused> {
    const claim = this.links.read(token);
    const address = claim && (await addressOf(this.database, claim.accountId));
    if (!claim || !address) return { code: 'INVALID_LINK' };
    await transaction(this.database, (tx) => this.end(tx, claim));
    return { scope: claim.scope, address: veiled(address), isEnded: true };
  }

  private async end(tx: EntityManager, { accountId, scope }: UnsubscribeClaim) {
    const { frequencies, perWeek } = await readPreferences({ manager: tx }, accountId);
    const ended = Object.fromEntries(endedKinds(scope, frequencies).map((kind) => [kind, 'NONE'] as const));
    await writePreferences(tx, accountId, { frequencies: { ...frequencies, ...ended }, perWeek });
  }

  private async shown(
    accountId: string,
    { frequencies, perWeek }: MailPreferences,
  ): Promise<MailPreferencesChosen> {
    return {
      kinds: CHOSEN_KINDS.map((kind) => ({ kind, frequency: frequencies[kind] })),
      perWeek,
      address: await addressOf(this.database, accountId),
    };
  }
}

/** `prenom.nom@exemple.fr` → `pr…@exemple.fr`: whoever was sent somebody else's mail learns no address from its link. */
const veiled = (address: string) => address.replace(/^(.{1,2}).*@/, '$1…@');
