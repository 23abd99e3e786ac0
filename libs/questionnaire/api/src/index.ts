export { QuestionnaireApiModule } from './questionnaire-api.module';
export { QuestionnaireWorker } from './worker/questionnaire-worker';
