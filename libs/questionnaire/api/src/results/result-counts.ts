import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { ResultState } from '../tallies/result-state.entity';

/** How many responses each questionnaire's public figures rest on. */
@Injectable()
export class ResultCounts {
  constructor(@InjectRepository(ResultState) private readonly states: Repository<ResultState>) {}

  /** By questionnaire id; one without public figures yet may be absent. */
  async published(questionnaireIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const states = await this.states.find({
      select: { questionnaireId: true, shownResponses: true },
      where: { questionnaireId: In([...questionnaireIds]) },
    });
    return new Map(
      states.map(({ questionnaireId, shownResponses }) => [questionnaireId, shownResponses ?? 0]),
    );
  }
}
