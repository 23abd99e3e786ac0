import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { ResultSlice } from './result-slice.entity';

const EVERYBODY = '';

/** How many responses each questionnaire's public figures rest on. */
@Injectable()
export class ResultCounts {
  constructor(@InjectRepository(ResultSlice) private readonly slices: Repository<ResultSlice>) {}

  /** By questionnaire id; one without public figures yet is absent. */
  async published(questionnaireIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const slices = await this.slices.find({
      where: { questionnaireId: In([...questionnaireIds]), slice: EVERYBODY },
    });
    return new Map(slices.map(({ questionnaireId, published }) => [questionnaireId, published?.['n'] ?? 0]));
  }
}
