export { QuestionnaireApiModule } from './questionnaire-api.module';
export { DEVICE_TOKEN_DAYS, DRAFT_DAYS, QuestionnaireWorker } from './worker/questionnaire-worker';
export { generateResponses } from './generator/generate-responses';
export { loadQuestionnaire, type QuestionnaireToLoad } from './generator/load-questionnaire';
export { type Difference } from './recount/differences';
export { recount, RecountUnderWay, type RecountReport } from './recount/recount';
