export { QuestionnaireApiModule } from './questionnaire-api.module';
