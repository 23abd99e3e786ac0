export { currentConsultation } from './current-consultation';
export { routes } from './routes';
