export type { ConsultationAction } from './consultation-page';
export { currentConsultation } from './current-consultation';
export { consultationRoutes } from './routes';
export type { ThemePlace } from './theme-places';
