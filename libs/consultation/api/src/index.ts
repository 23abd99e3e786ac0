export { Consultation } from './consultation.entity';
export { ConsultationApiModule } from './consultation-api.module';
export { Participation } from './participation.entity';
export { Theme } from './theme.entity';
