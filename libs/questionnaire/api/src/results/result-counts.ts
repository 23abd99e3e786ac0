import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { TOTAL_SLICE } from '@preau/questionnaire-domain';
import { In, type Repository } from 'typeorm';
import { PublicResult } from '../publication/public-result.entity';

/** How many responses each questionnaire's public figures rest on. */
@Injectable()
export class ResultCounts {
  constructor(@InjectRepository(PublicResult) private readonly results: Repository<PublicResult>) {}

  /** By questionnaire id; one without public figures yet is absent. */
  async published(questionnaireIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const totals = await this.results.find({
      select: { questionnaireId: true, total: true },
      where: { questionnaireId: In([...questionnaireIds]), slice: TOTAL_SLICE },
    });
    return new Map(totals.map(({ questionnaireId, total }) => [questionnaireId, total ?? 0]));
  }
}
