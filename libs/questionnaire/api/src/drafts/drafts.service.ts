import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { openness } from '@preau/questionnaire-domain';
import { badInput, CONFIG, type Config } from '@preau/shared-api';
import type { Repository } from 'typeorm';
import { DefinitionStore } from '../definitions/definition-store';
import { DraftCount } from './draft-count';
import { DraftRow } from './draft.entity';
import type { Draft, DraftRefusal, DraftRefused, DraftSaved, SaveDraftInput } from './draft.types';
import { draftHash, newDraftToken, seal, unseal } from './seal';

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

  /** Saves over the revision the answers were made from, never over another: two devices cannot undo each other. */
  async save(input: SaveDraftInput): Promise<DraftSaved | DraftRefused> {
    if (typeof input.answers !== 'object' || input.answers === null || Array.isArray(input.answers)) {
      throw badInput('Le champ « answers » doit être un objet.');
    }
    const text = JSON.stringify(input.answers);
    if (Buffer.byteLength(text) > MAX_DRAFT_BYTES) return { code: 'TOO_LARGE', limit: MAX_DRAFT_BYTES };
    const refusal = await this.mayKeep(input);
    if (refusal) return { code: refusal };
    return input.token ? this.update(input, input.token, text) : this.create(input, text);
  }

  /** The draft of this link, or null. */
  async byToken(token: string): Promise<Draft | null> {
    const row = await this.drafts.findOneBy({ tokenHash: draftHash(token) });
    return row && { ...row, answers: JSON.parse(unseal(token, row.sealed)) as unknown };
  }

  private async mayKeep(input: SaveDraftInput): Promise<DraftRefusal | null> {
    const questionnaire = await this.store.byId(input.questionnaireId);
    if (!questionnaire || questionnaire.status === 'DRAFT') return 'UNKNOWN_QUESTIONNAIRE';
    const closed = openness(questionnaire, new Date());
    if (closed) return closed;
    return (await this.store.definition(questionnaire.id, input.version)) ? null : 'UNKNOWN_VERSION';
  }

  private async create(input: SaveDraftInput, text: string): Promise<DraftSaved | DraftRefused> {
    const limit = this.config.DRAFT_LIMIT;
    if ((await this.count.of(input.questionnaireId)) >= limit) return { code: 'TOO_MANY_DRAFTS', limit };
    const token = newDraftToken();
    const savedAt = new Date();
    await this.drafts.insert({
      tokenHash: draftHash(token),
      questionnaireId: input.questionnaireId,
      version: input.version,
      revision: 1,
      sealed: seal(token, text),
      savedAt,
    });
    return { token, revision: 1, savedAt };
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
      { version: input.version, revision, sealed: seal(token, text), savedAt },
    );
    if (affected === 1) return { token, revision, savedAt };
    const kept = await this.drafts.findOneBy(key);
    if (!kept) return { code: 'UNKNOWN_DRAFT' };
    // The very same save arriving twice (its first answer was lost on the way) is not a conflict.
    const isRepeat = kept.revision === revision && unseal(token, kept.sealed) === text;
    return isRepeat
      ? { token, revision, savedAt: kept.savedAt }
      : { code: 'STALE_REVISION', revision: kept.revision };
  }
}
