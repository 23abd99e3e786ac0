import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Access, type Connection } from '@preau/shared-api';
import type { ShownQuestionnaire } from '../definitions/questionnaire.types';
import { QuestionnaireConnection, StaffParticipation } from './staff.types';
import { StaffService } from './staff.service';

@Resolver()
export class StaffResolver {
  constructor(private readonly service: StaffService) {}

  @Query(() => QuestionnaireConnection, {
    description: 'Staff: every questionnaire, drafts of forms included.',
  })
  @Access('staff')
  staffQuestionnaires(
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<ShownQuestionnaire>> {
    return this.service.questionnaires(first, after);
  }

  @Query(() => StaffParticipation, { description: 'Staff.' })
  @Access('staff')
  staffParticipation(
    @Args('questionnaireId', { type: () => ID }) questionnaireId: string,
  ): Promise<StaffParticipation> {
    return this.service.participation(questionnaireId);
  }
}
