import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DraftRow } from './draft.entity';
import { ParticipationToken } from './participation-token.entity';
import { PublicationPending } from './publication-pending.entity';
import { QuestionnaireRow } from './questionnaire.entity';
import { QuestionnaireVersion } from './questionnaire-version.entity';
import { ResponseDay } from './response-day.entity';
import { ResponsePending } from './response-pending.entity';
import { ResponseRow } from './response.entity';
import { ResultSlice } from './result-slice.entity';
import { ResultState } from './result-state.entity';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      DraftRow,
      ParticipationToken,
      PublicationPending,
      QuestionnaireRow,
      QuestionnaireVersion,
      ResponseDay,
      ResponsePending,
      ResponseRow,
      ResultSlice,
      ResultState,
    ]),
  ],
})
export class QuestionnaireApiModule {}
