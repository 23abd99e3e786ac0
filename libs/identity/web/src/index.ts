import type { RouteObject } from 'react-router';

/** The pages of this domain, composed by apps/web. */
export const routes: RouteObject[] = [];
