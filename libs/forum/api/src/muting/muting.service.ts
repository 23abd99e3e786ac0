import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { muteRefusal } from '@preau/forum-domain';
import {
  counted,
  isUuid,
  page,
  pageSize,
  RequestLoader,
  type CountedConnection,
  type RequestContext,
} from '@preau/shared-api';
import type { Actor, SignedIn } from '@preau/shared-domain';
import type { DataSource } from 'typeorm';
import { People } from '../posts/people';
import { cursorOf, placeOf } from '../posts/post-order';
import type { PostView } from '../posts/post-view';
import { countMuted, findStanding, listMuted, mute, mutedAmong } from './muting.queries';
import type { MutedPerson, MuteRefused, PersonMuting } from './muting.types';

/** Whose messages somebody does not want to read unasked. */
@Injectable()
export class MutingService {
  private readonly loader = new RequestLoader<{ accountId: string; authorId: string }, boolean>(
    async (asked) => {
      const authors = asked.map(({ authorId }) => authorId);
      const muted = await mutedAmong(this.database, asked[0]?.accountId ?? '', authors);
      return authors.map((id) => muted.has(id));
    },
    { keeps: false },
  );

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly people: People,
  ) {}

  async mute({ accountId }: SignedIn, mutedId: string): Promise<PersonMuting | MuteRefused> {
    if (!isUuid(mutedId)) return { code: 'UNKNOWN_PERSON' };
    const standing = await findStanding(this.database, accountId, mutedId);
    const refusal = muteRefusal({ ...standing, isOneself: accountId === mutedId.toLowerCase() });
    if (refusal) return { code: refusal };
    await mute(this.database, accountId, mutedId);
    return { accountId: mutedId, isMuted: true };
  }

  /** Whoever is gone can be unmuted too. */
  async unmute({ accountId }: SignedIn, mutedId: string): Promise<PersonMuting | MuteRefused> {
    if (!isUuid(mutedId)) return { code: 'UNKNOWN_PERSON' };
    await this.database.query('DELETE FROM muted_person WHERE account_id = $1 AND muted_id = $2', [
      accountId,
      mutedId,
    ]);
    return { accountId: mutedId, isMuted: false };
  }

  async muted(
    { accountId }: SignedIn,
    first?: number | null,
    after?: string | null,
  ): Promise<CountedConnection<MutedPerson>> {
    const size = pageSize(first);
    const rows = await listMuted(this.database, accountId, placeOf(after), size + 1);
    const people = await this.people.of(rows.map(({ id }) => id));
    const shown = rows.flatMap(({ id, key, mutedAt }) => {
      const person = people.get(id);
      return person ? [{ person, mutedAt, key }] : [];
    });
    const listed = page(shown, size, ({ person: { id }, key }) => cursorOf({ key, id }));
    return counted(listed, after, () => countMuted(this.database, accountId));
  }

  /** Of a message without an author nothing is said. */
  isMuted(context: RequestContext, actor: Actor, { author, isMine }: PostView): Promise<boolean> | boolean {
    if (actor.kind !== 'account' || !author || isMine) return false;
    return this.loader.of(context, { accountId: actor.accountId, authorId: author.id });
  }
}
