import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Consultation, ConsultationsService } from '@preau/consultation-api';
import { Access, CurrentActor } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Questionnaire } from './questionnaire.types';
import { QuestionnairesService } from './questionnaires.service';

@Resolver(() => Questionnaire)
export class QuestionnaireResolver {
  constructor(
    private readonly questionnaires: QuestionnairesService,
    private readonly consultations: ConsultationsService,
  ) {}

  @Query(() => Questionnaire, { nullable: true })
  @Access('public', { cacheSeconds: 5 })
  questionnaire(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, nullable: true }) id?: string,
    @Args('consultation', { nullable: true }) consultation?: string,
    @Args('slug', { nullable: true }) slug?: string,
    @Args('version', { type: () => Int, nullable: true }) version?: number,
  ): Promise<Questionnaire | null> {
    return this.questionnaires.find({ id, consultation, slug, version }, actor);
  }

  @ResolveField(() => Consultation)
  consultation(@Parent() questionnaire: Questionnaire): Promise<Consultation> {
    return this.consultations.byId(questionnaire.consultationId);
  }
}
