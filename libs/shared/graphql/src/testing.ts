export { mockNetwork, refusal, type MockAnswers, type MockCall } from './mock-network';
export { renderRoutes } from './render-routes';
