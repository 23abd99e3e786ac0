import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Consultation } from './consultation.entity';
import { Participation } from './participation.entity';
import { Partner } from './partner.entity';
import { Theme } from './theme.entity';

@Module({ imports: [TypeOrmModule.forFeature([Consultation, Theme, Partner, Participation])] })
export class ConsultationApiModule {}
