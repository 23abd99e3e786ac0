import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsultationApiModule } from '@preau/consultation-api';
import { AttemptsModule, PersonalDataModule, PersonalKeysModule } from '@preau/identity-api';
import { SearchApiModule } from '@preau/search-api';
import { DefinitionStore } from './definitions/definition-store';
import { QuestionnaireVersion } from './definitions/questionnaire-version.entity';
import { QuestionnaireRow } from './definitions/questionnaire.entity';
import {
  ConsultationQuestionnairesResolver,
  QuestionnaireResolver,
} from './definitions/questionnaire.resolver';
import { QuestionnairesService } from './definitions/questionnaires.service';
import { DraftCount } from './drafts/draft-count';
import { DraftRow } from './drafts/draft.entity';
import { DraftResolver } from './drafts/draft.resolver';
import { DraftsService } from './drafts/drafts.service';
import { FoundSections } from './found-sections/found-sections';
import { KeptAnswersResolver } from './my-answers/kept-answers.resolver';
import { KeptAnswersService } from './my-answers/kept-answers.service';
import { LinkedResponse } from './my-answers/linked-response.entity';
import { LinkedResponses } from './my-answers/linked-responses';
import { MyAnswersData } from './my-answers/my-answers-data';
import { MyAnswersResolver } from './my-answers/my-answers.resolver';
import { MyAnswersService } from './my-answers/my-answers.service';
import { UnlinkedAnswer } from './my-answers/unlinked-answer.entity';
import { UnlinkedAnswers } from './my-answers/unlinked-answers';
import { PublicResult } from './publication/public-result.entity';
import { PublicationPending } from './publication/publication-pending.entity';
import { PublicationService } from './publication/publication.service';
import { PublishedSlice } from './publication/published-slice.entity';
import { ParticipationToken } from './responses/participation-token.entity';
import { ResponsePending } from './responses/response-pending.entity';
import { ResponseWriter } from './responses/response-writer';
import { ResponseRow } from './responses/response.entity';
import { ResponseResolver } from './responses/response.resolver';
import { ResponsesService } from './responses/responses.service';
import { ResultCounts } from './results/result-counts';
import { ResultForms } from './results/result-forms';
import { ResultsResolver } from './results/results.resolver';
import { ResultsService } from './results/results.service';
import { StaffResolver } from './results/staff.resolver';
import { StaffService } from './results/staff.service';
import { ResponseDay } from './tallies/response-day.entity';
import { ResultSlice } from './tallies/result-slice.entity';
import { ResultState } from './tallies/result-state.entity';
import { TalliesService } from './tallies/tallies.service';
import { QuestionnaireWorker } from './worker/questionnaire-worker';

@Module({
  imports: [
    ConsultationApiModule,
    AttemptsModule,
    PersonalDataModule,
    PersonalKeysModule,
    SearchApiModule,
    TypeOrmModule.forFeature([
      DraftRow,
      LinkedResponse,
      ParticipationToken,
      PublicationPending,
      PublicResult,
      PublishedSlice,
      QuestionnaireRow,
      QuestionnaireVersion,
      ResponseDay,
      ResponsePending,
      ResponseRow,
      ResultSlice,
      ResultState,
      UnlinkedAnswer,
    ]),
  ],
  providers: [
    ConsultationQuestionnairesResolver,
    DefinitionStore,
    DraftCount,
    DraftResolver,
    DraftsService,
    FoundSections,
    KeptAnswersResolver,
    KeptAnswersService,
    LinkedResponses,
    MyAnswersData,
    MyAnswersResolver,
    MyAnswersService,
    PublicationService,
    QuestionnaireResolver,
    QuestionnairesService,
    QuestionnaireWorker,
    ResponseResolver,
    ResponsesService,
    ResponseWriter,
    ResultCounts,
    ResultForms,
    ResultsResolver,
    ResultsService,
    StaffResolver,
    StaffService,
    TalliesService,
    UnlinkedAnswers,
  ],
})
export class QuestionnaireApiModule {}
