import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { DraftRow } from './draft.entity';

const FRESH_MS = 5_000;

/** How many drafts each questionnaire holds, counted at most every five seconds: a limit, not a statistic. */
@Injectable()
export class DraftCount {
  private readonly counts = new Map<string, { count: Promise<number>; until: number }>();

  constructor(@InjectRepository(DraftRow) private readonly drafts: Repository<DraftRow>) {}

  of(questionnaireId: string): Promise<number> {
    const known = this.counts.get(questionnaireId);
    if (known && known.until > Date.now()) return known.count;
    const count = this.drafts.countBy({ questionnaireId });
    this.counts.set(questionnaireId, { count, until: Date.now() + FRESH_MS });
    count.catch(() => this.counts.delete(questionnaireId));
    return count;
  }
}
