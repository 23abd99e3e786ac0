import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { openness } from '@preau/questionnaire-domain';
import { badInput, CONFIG, type Config } from '@preau/shared-api';
import { In, type Repository } from 'typeorm';
import { DefinitionStore } from '../definitions/definition-store';
import { DraftCount } from './draft-count';
import { DraftRow } from './draft.entity';
import type { Draft, DraftRefusal, DraftRefused, DraftSaved, SaveDraftInput } from './draft.types';
import { draftHash, newDraftToken, sealDraft, unsealDraft } from './seal';

/** Far more than thirty long answers; small enough that a hundred thousand drafts stay affordable. */
export const MAX_DRAFT_BYTES = 64 * 1024;

/** Keeping answers that are not sent yet, for whoever holds the draft's link. */
@Injectable()
export class DraftsService {
  constructor(
    @InjectRepository(DraftRow) private readonly drafts: Repository<DraftRow>,
    @Inject(CONFIG) private readonly config: Config,
    private readonly store: DefinitionStore,
    private readonly count: DraftCount,
  ) {}

  /**
   * Saves over the revision the answers were made from, never over another: two devices cannot undo each other. With
   * `ownToken`, the draft of that name, which is made when there is none and no revision is given.
   */
  async save(input: SaveDraftInput, ownToken?: string): Promise<DraftSaved | DraftRefused> {
    if (typeof input.answers !== 'object' || input.answers === null || Array.isArray(input.answers)) {
      throw badInput('Le champ « answers » doit être un objet.');
    }
    const text = JSON.stringify(input.answers);
    if (Buffer.byteLength(text) > MAX_DRAFT_BYTES) return { code: 'TOO_LARGE', limit: MAX_DRAFT_BYTES };
    const refusal = await this.mayKeep(input);
    if (refusal) return { code: refusal };
    if (ownToken) {
      return input.revision ? this.update(input, ownToken, text) : this.create(input, ownToken, text);
    }
    return input.token ? this.update(input, input.token, text) : this.create(input, newDraftToken(), text);
  }

  /** The draft of this link, or null. */
  async byToken(token: string): Promise<Draft | null> {
    return (await this.byTokens([token])).get(token) ?? null;
  }

  /** Those of these tokens' drafts that are kept. */
  async byTokens(tokens: readonly string[]): Promise<Map<string, Draft>> {
    const tokenOf = new Map(tokens.map((token) => [draftHash(token).toString('hex'), token]));
    const rows = await this.drafts.findBy({ tokenHash: In(tokens.map(draftHash)) });
    return new Map(
      rows.map((row) => {
        const token = tokenOf.get(row.tokenHash.toString('hex')) ?? '';
        return [token, { ...row, answers: JSON.parse(unsealDraft(token, row.sealed)) as unknown }];
      }),
    );
  }

  private async mayKeep(input: SaveDraftInput): Promise<DraftRefusal | null> {
    const questionnaire = await this.store.byId(input.questionnaireId);
    if (!questionnaire || questionnaire.status === 'DRAFT') return 'UNKNOWN_QUESTIONNAIRE';
    const closed = openness(questionnaire, new Date());
    if (closed) return closed;
    return (await this.store.definition(questionnaire.id, input.version)) ? null : 'UNKNOWN_VERSION';
  }

  private async create(
    input: SaveDraftInput,
    token: string,
    text: string,
  ): Promise<DraftSaved | DraftRefused> {
    const limit = this.config.DRAFT_LIMIT;
    if ((await this.count.of(input.questionnaireId)) >= limit) return { code: 'TOO_MANY_DRAFTS', limit };
    const savedAt = new Date();
    const { raw } = await this.drafts
      .createQueryBuilder()
      .insert()
      .values({
        tokenHash: draftHash(token),
        questionnaireId: input.questionnaireId,
        version: input.version,
        revision: 1,
        sealed: sealDraft(token, text),
        savedAt,
      })
      .orIgnore()
      .returning(['revision'])
      .execute();
    // Another device of the same person was first: what it wrote is a revision this one has not seen.
    return (raw as unknown[]).length > 0
      ? { token, revision: 1, savedAt }
      : this.update({ ...input, revision: null }, token, text);
  }

  private async update(
    input: SaveDraftInput,
    token: string,
    text: string,
  ): Promise<DraftSaved | DraftRefused> {
    const key = { tokenHash: draftHash(token), questionnaireId: input.questionnaireId };
    const revision = (input.revision ?? 0) + 1;
    const savedAt = new Date();
    const { affected } = await this.drafts.update(
      { ...key, revision: input.revision ?? 0 },
      { version: input.version, revision, sealed: sealDraft(token, text), savedAt },
    );
    if (affected === 1) return { token, revision, savedAt };
    const kept = await this.drafts.findOneBy(key);
    if (!kept) return { code: 'UNKNOWN_DRAFT' };
    // The very same save arriving twice (its first answer was lost on the way) is not a conflict.
    const isRepeat = kept.revision === revision && unsealDraft(token, kept.sealed) === text;
    return isRepeat
      ? { token, revision, savedAt: kept.savedAt }
      : { code: 'STALE_REVISION', revision: kept.revision };
  }
}
