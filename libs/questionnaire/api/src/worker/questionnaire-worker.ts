import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { LessThan, type Repository } from 'typeorm';
import { DraftRow } from '../drafts/draft.entity';
import { PublicationService } from '../publication/publication.service';
import { TalliesService } from '../tallies/tallies.service';
import { repeat } from '@preau/shared-api';

/** Tallies are at most this far behind, and the time a batch takes. Longer pauses make larger, cheaper batches. */
const TALLY_MS = 2_000;
const PUBLICATION_MS = 5_000;
/** Working out what may be shown takes at most this share of a processor, however often figures could move. */
const PUBLICATION_SHARE = 0.05;
const CLEANING_MS = 3_600_000;
/** After they were last saved. */
export const DRAFT_DAYS = 30;
/** After the closing of their questionnaire, which may still be put off meanwhile. */
export const DEVICE_TOKEN_DAYS = 30;

/** What the questionnaire domain does in the background: tallies, publication, deletion of forgotten drafts. */
@Injectable()
export class QuestionnaireWorker {
  private stops: (() => Promise<void>)[] = [];
  private readonly restUntil = new Map<string, number>();

  constructor(
    private readonly tallies: TalliesService,
    private readonly publication: PublicationService,
    @InjectRepository(DraftRow) private readonly drafts: Repository<DraftRow>,
  ) {}

  start(log: Logger): void {
    this.stops = [
      repeat('tallies', TALLY_MS, () => this.tallies.countWaiting(), log),
      repeat('publication', PUBLICATION_MS, () => this.publish(), log),
      repeat('cleaning of drafts', CLEANING_MS, () => this.deleteOldDrafts(), log),
      repeat('cleaning of device tokens', CLEANING_MS, () => this.deleteOldTokens(new Date()), log),
    ];
  }

  /** Resolves once nothing is at work any more. */
  async stop(): Promise<void> {
    await Promise.all(this.stops.map((stop) => stop()));
    this.stops = [];
  }

  private async publish(): Promise<void> {
    for (const id of await this.publication.waiting()) {
      if ((this.restUntil.get(id) ?? 0) > Date.now()) continue;
      const began = Date.now();
      await this.publication.publish(id);
      this.restUntil.set(id, Date.now() + (Date.now() - began) / PUBLICATION_SHARE);
    }
  }

  /** Drafts are kept thirty days after they were last saved, as the page on personal data says. */
  private deleteOldDrafts(): Promise<unknown> {
    return this.drafts.delete({ savedAt: LessThan(new Date(Date.now() - DRAFT_DAYS * 86_400_000)) });
  }

  /** What stops a second answer (of a browser, of an account that was to be deleted) is of no use once nobody can answer, as the same page says. */
  async deleteOldTokens(now: Date): Promise<void> {
    const before = new Date(now.getTime() - DEVICE_TOKEN_DAYS * 86_400_000);
    for (const table of ['participation_token', 'unlinked_answer']) {
      await this.drafts.query(
        `DELETE FROM ${table} t USING questionnaire q WHERE q.id = t.questionnaire_id AND q.closes_at < $1`,
        [before],
      );
    }
  }
}
