import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { draftPlace, draftRefusal, FORUM_DRAFT_DAYS, keptDraftKey } from '@preau/forum-domain';
import {
  badInput,
  CONFIG,
  counted,
  createLogger,
  isUuid,
  Jobs,
  page,
  pageSize,
  type Config,
  type CountedConnection,
} from '@preau/shared-api';
import type { SignedIn } from '@preau/shared-domain';
import { LessThan, type Repository } from 'typeorm';
import { ForumDraftRow, type DraftImage } from './forum-draft.entity';
import { listDrafts, ownImages, writeDraft } from './forum-draft.queries';
import type {
  ForumDraft,
  ForumDraftRefused,
  ForumDraftSaved,
  SaveForumDraftInput,
} from './forum-draft.types';

const FORGET_JOB = 'forum.forget-drafts';
const DAY_MS = 86_400_000;

/** Messages people have not sent yet. */
@Injectable()
export class ForumDrafts implements OnModuleInit {
  private readonly log;

  constructor(
    @InjectRepository(ForumDraftRow) private readonly drafts: Repository<ForumDraftRow>,
    @Inject(CONFIG) config: Config,
    private readonly jobs: Jobs,
  ) {
    this.log = createLogger(config, 'forum');
  }

  onModuleInit() {
    this.jobs.handle(FORGET_JOB, async () => {
      this.log.info(await this.forgetOld(new Date()), 'forum drafts');
    });
    this.jobs.every('23 2 * * *', FORGET_JOB);
  }

  /** Saves over the revision the words were made from, never over another: two devices cannot undo each other. */
  async save(
    { accountId }: SignedIn,
    input: SaveForumDraftInput,
  ): Promise<ForumDraftSaved | ForumDraftRefused> {
    const key = knownKey(input.key);
    const given = {
      title: input.title ?? null,
      body: input.body,
      stance: input.stance ?? null,
    };
    const asked = (input.images ?? []).map(({ id, alt }) => ({ id: knownImage(id), alt }));
    const tooLarge = draftRefusal(
      given.title,
      given.body,
      asked.map(({ alt }) => alt),
    );
    if (tooLarge) return { code: tooLarge, kept: null };
    const images = await ownImages(this.drafts.manager.connection, accountId, asked);
    const draft = { ...given, images };
    const revision = input.revision ?? null;
    const saved = await writeDraft(this.drafts.manager.connection, { accountId, key, ...draft, revision });
    return saved ?? this.notSaved(accountId, key, draft, revision);
  }

  async byKey({ accountId }: SignedIn, key: string): Promise<ForumDraft | null> {
    const row = await this.drafts.findOneBy({ accountId, key: knownKey(key) });
    return row && shown(row);
  }

  async list(
    { accountId }: SignedIn,
    first?: number | null,
    after?: string | null,
  ): Promise<CountedConnection<ForumDraft>> {
    const size = pageSize(first);
    const rows = await listDrafts(this.drafts.manager.connection, accountId, placeOf(after), size + 1);
    const places = new Map(rows.map(({ key, place }) => [key, place]));
    const listed = page(rows.map(shown), size, ({ key }) =>
      Buffer.from(`${places.get(key) ?? ''} ${key}`).toString('base64url'),
    );
    return counted(listed, after, () => this.drafts.countBy({ accountId }));
  }

  /** Throws one away; gone already, it is gone. */
  async delete({ accountId }: SignedIn, key: string): Promise<boolean> {
    await this.drafts.delete({ accountId, key: knownKey(key) });
    return true;
  }

  /** Drafts are kept thirty days after they were last saved, as the page on personal data says. */
  async forgetOld(now: Date): Promise<{ deleted: number }> {
    const before = new Date(now.getTime() - FORUM_DRAFT_DAYS * DAY_MS);
    const { affected } = await this.drafts.delete({ savedAt: LessThan(before) });
    return { deleted: affected ?? 0 };
  }

  /** Why nothing was written: the same saving that arrives twice is no conflict. */
  private async notSaved(
    accountId: string,
    key: string,
    given: Pick<ForumDraftRow, 'title' | 'body' | 'stance' | 'images'>,
    revision: number | null,
  ): Promise<ForumDraftSaved | ForumDraftRefused> {
    const kept = await this.drafts.findOneBy({ accountId, key });
    if (!kept) return { code: revision === null ? 'TOO_MANY' : 'GONE', kept: null };
    const isSame =
      kept.title === given.title &&
      kept.body === given.body &&
      kept.stance === given.stance &&
      isSameImages(kept.images, given.images) &&
      kept.revision === (revision ?? 0) + 1;
    return isSame
      ? { revision: kept.revision, savedAt: kept.savedAt }
      : { code: 'STALE_REVISION', kept: shown(kept) };
  }
}

function shown(row: ForumDraftRow): ForumDraft {
  const { key, title, body, stance, images, revision, savedAt } = row;
  const none = { themeId: null, topicId: null, parentId: null, postId: null };
  return { ...none, ...draftPlace(key), key, title, body, stance, images, revision, savedAt };
}

const isSameImages = (kept: readonly DraftImage[], given: readonly DraftImage[]) =>
  kept.length === given.length &&
  kept.every(({ id, alt }, at) => id === given[at]?.id && alt === given[at].alt);

function knownImage(id: string): string {
  if (!isUuid(id)) throw badInput('Le champ « images.id » doit être un UUID.');
  return id.toLowerCase();
}

function knownKey(given: string): string {
  const key = keptDraftKey(given);
  if (!draftPlace(key)) throw badInput('Le champ « key » doit dire de quoi c’est le brouillon.');
  return key;
}

function placeOf(cursor: string | null | undefined) {
  if (!cursor) return null;
  const [key = '', draft = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (!/^\d{1,18}$/.test(key) || !draftPlace(draft))
    throw badInput('Le champ « after » doit être un curseur reçu avec une page.');
  return { key, draft };
}
