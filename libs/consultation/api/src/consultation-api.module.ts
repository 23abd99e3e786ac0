import { Module, Optional, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { KnownThemes } from '@preau/identity-api';
import { ConsultationParts } from './consultation-parts';
import { Consultation } from './consultation.entity';
import { ConsultationResolver } from './consultation.resolver';
import { ConsultationsService } from './consultations.service';
import { Participation } from './participation.entity';
import { Partner } from './partner.entity';
import { Theme } from './theme.entity';

@Module({
  imports: [TypeOrmModule.forFeature([Consultation, Theme, Partner, Participation])],
  providers: [ConsultationParts, ConsultationResolver, ConsultationsService],
  exports: [ConsultationsService],
})
export class ConsultationApiModule implements OnModuleInit {
  constructor(@Optional() private readonly knownThemes?: KnownThemes) {}

  /** Roles are granted on themes, by a domain that does not know them. */
  onModuleInit() {
    this.knownThemes?.tellBy((tx, id) => tx.existsBy(Theme, { id }));
  }
}
