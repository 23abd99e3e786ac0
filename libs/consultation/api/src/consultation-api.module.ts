import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
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
export class ConsultationApiModule {}
