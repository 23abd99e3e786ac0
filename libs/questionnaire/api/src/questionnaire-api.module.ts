import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Consultation, ConsultationApiModule } from '@preau/consultation-api';
import { DefinitionStore } from './definitions/definition-store';
import { QuestionnaireVersion } from './definitions/questionnaire-version.entity';
import { QuestionnaireRow } from './definitions/questionnaire.entity';
import { QuestionnaireResolver } from './definitions/questionnaire.resolver';
import { QuestionnairesService } from './definitions/questionnaires.service';
import { DraftCount } from './drafts/draft-count';
import { DraftRow } from './drafts/draft.entity';
import { DraftResolver } from './drafts/draft.resolver';
import { DraftsService } from './drafts/drafts.service';
import { ParticipationToken } from './responses/participation-token.entity';
import { ResponsePending } from './responses/response-pending.entity';
import { ResponseRow } from './responses/response.entity';
import { ResponseResolver } from './responses/response.resolver';
import { ResponsesService } from './responses/responses.service';
import { PublicationPending } from './results/publication-pending.entity';
import { ResponseDay } from './results/response-day.entity';
import { ResultCounts } from './results/result-counts';
import { ResultSlice } from './results/result-slice.entity';
import { ResultState } from './results/result-state.entity';

@Module({
  imports: [
    ConsultationApiModule,
    TypeOrmModule.forFeature([
      Consultation,
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
  providers: [
    DefinitionStore,
    DraftCount,
    DraftResolver,
    DraftsService,
    QuestionnaireResolver,
    QuestionnairesService,
    ResponseResolver,
    ResponsesService,
    ResultCounts,
  ],
})
export class QuestionnaireApiModule {}
