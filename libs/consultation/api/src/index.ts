export { Consultation } from './consultation.entity';
export { ConsultationApiModule } from './consultation-api.module';
export { ConsultationsService } from './consultations.service';
export { loadConsultation, type ConsultationToLoad } from './load-consultation';
export { Participation } from './participation.entity';
export { Theme } from './theme.entity';
