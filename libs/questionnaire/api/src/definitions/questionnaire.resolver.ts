import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Consultation, ConsultationsService } from '@preau/consultation-api';
import type { Definition } from '@preau/questionnaire-domain';
import { Access, CurrentActor, JsonScalar, type RequestContext } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { DefinitionStore } from './definition-store';
import { Questionnaire, QuestionnaireRights, type ShownQuestionnaire } from './questionnaire.types';
import { QuestionnairesService } from './questionnaires.service';

@Resolver(() => Questionnaire)
export class QuestionnaireResolver {
  constructor(
    private readonly questionnaires: QuestionnairesService,
    private readonly definitions: DefinitionStore,
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
  ): Promise<ShownQuestionnaire | null> {
    return this.questionnaires.find({ id, consultation, slug, version }, actor);
  }

  @ResolveField(() => JsonScalar)
  definition(@Parent() { id, version }: ShownQuestionnaire): Promise<Definition | null> {
    return this.definitions.definition(id, version);
  }

  @ResolveField(() => Consultation)
  consultation(
    @Parent() { consultationId }: ShownQuestionnaire,
    @Context() context: RequestContext,
  ): Promise<Consultation | null> {
    return this.consultations.loader.of(context, consultationId);
  }

  @ResolveField(() => Int, { description: 'Responses in the public figures (they move by eleven or more).' })
  responseCount(@Parent() { id }: ShownQuestionnaire, @Context() context: RequestContext): Promise<number> {
    return this.questionnaires.responseCount.of(context, id);
  }

  @ResolveField(() => QuestionnaireRights)
  viewerCan(@Parent() questionnaire: ShownQuestionnaire, @CurrentActor() actor: Actor): QuestionnaireRights {
    return this.questionnaires.rights(questionnaire, actor);
  }
}

@Resolver(() => Consultation)
export class ConsultationQuestionnairesResolver {
  constructor(private readonly service: QuestionnairesService) {}

  @ResolveField(() => [Questionnaire])
  questionnaires(
    @Parent() { id }: Consultation,
    @Context() context: RequestContext,
  ): Promise<ShownQuestionnaire[]> {
    return this.service.published.of(context, id);
  }
}
