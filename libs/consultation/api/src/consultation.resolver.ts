import { Args, Context, Int, Parent, Query, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import {
  CONSULTATION_PHASES,
  daysLeft,
  phaseOf,
  publicReport,
  type ConsultationPhase,
} from '@preau/consultation-domain';
import { Access, type RequestContext } from '@preau/shared-api';
import { ConsultationParts } from './consultation-parts';
import { Consultation } from './consultation.entity';
import { ConsultationsService } from './consultations.service';
import { Participation } from './participation.entity';
import { Partner } from './partner.entity';
import { Theme } from './theme.entity';

const Phases = Object.fromEntries(CONSULTATION_PHASES.map((phase) => [phase, phase]));
registerEnumType(Phases, { name: 'ConsultationPhase' });

@Resolver(() => Consultation)
export class ConsultationResolver {
  constructor(
    private readonly service: ConsultationsService,
    private readonly parts: ConsultationParts,
  ) {}

  @Query(() => [Consultation])
  @Access('public', { cacheSeconds: 5 })
  consultations(): Promise<Consultation[]> {
    return this.service.all(new Date());
  }

  @Query(() => Consultation, { nullable: true })
  @Access('public', { cacheSeconds: 5 })
  consultation(@Args('slug') slug: string): Promise<Consultation | null> {
    return this.service.bySlug(slug);
  }

  @ResolveField(() => Phases)
  phase(@Parent() consultation: Consultation): ConsultationPhase {
    return phaseOf(consultation, new Date());
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'Whole days left until it closes, today included as 0; null unless open.',
  })
  daysLeft(@Parent() consultation: Consultation): number | null {
    return daysLeft(consultation, new Date());
  }

  @ResolveField(() => [String], {
    description: 'Paragraphs telling what came out of it, once reported.',
  })
  report(@Parent() consultation: Consultation): readonly string[] {
    return publicReport(consultation, new Date());
  }

  @ResolveField(() => [Theme])
  themes(@Parent() { id }: Consultation, @Context() context: RequestContext): Promise<Theme[]> {
    return this.parts.themes.of(context, id);
  }

  @ResolveField(() => [Partner])
  partners(@Parent() { id }: Consultation, @Context() context: RequestContext): Promise<Partner[]> {
    return this.parts.partners.of(context, id);
  }

  @ResolveField(() => Participation)
  participation(@Parent() { id }: Consultation, @Context() context: RequestContext): Promise<Participation> {
    return this.parts.participation.of(context, id);
  }
}
