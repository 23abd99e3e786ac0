import type { RouteObject } from 'react-router';
import type { Block } from './prose-tree';

/** One page of text: its Markdown is a chunk of its own. */
function text(slug: string, load: () => Promise<{ default: Block[] }>): RouteObject {
  return {
    path: `/${slug}`,
    lazy: async () => {
      const [{ ContentPage }, { default: blocks }] = await Promise.all([import('./content-page'), load()]);
      return { element: <ContentPage slug={slug} blocks={blocks} /> };
    },
  };
}

/** The pages every public service owes its readers, and the texts that rule this one. */
export const contentRoutes: RouteObject[] = [
  text('accessibilite', () => import('./content/accessibilite.md')),
  text('aide', () => import('./content/aide.md')),
  text('cgu', () => import('./content/cgu.md')),
  text('charte', () => import('./content/charte.md')),
  text('contact', () => import('./content/contact.md')),
  text('gestion-des-cookies', () => import('./content/gestion-des-cookies.md')),
  text('mentions-legales', () => import('./content/mentions-legales.md')),
  { path: '/donnees-personnelles', lazy: () => import('./personal-data-page') },
  { path: '/plan-du-site', lazy: () => import('./site-map-page') },
  { path: '/statistiques', lazy: () => import('./statistics-page') },
];
