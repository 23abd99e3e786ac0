import type { RouteObject } from 'react-router';
import { answeringRoutes } from './answering/routes';
import { resultsRoutes } from './results/results-routes';

/** The pages of this domain, composed by apps/web. */
export const routes: RouteObject[] = [...answeringRoutes, ...resultsRoutes];
