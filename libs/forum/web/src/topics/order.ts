export type Order = 'ACTIVITY' | 'RECENT' | 'SUPPORTS' | 'OLDEST';

/** How an order is said in an address, and on the screen. */
export interface OrderChoice {
  readonly order: Order;
  readonly slug: string;
  readonly label: string;
}

export const TOPIC_ORDERS: readonly OrderChoice[] = [
  { order: 'ACTIVITY', slug: 'activite', label: 'Derniers échanges' },
  { order: 'RECENT', slug: 'recents', label: 'Plus récents' },
  { order: 'SUPPORTS', slug: 'soutiens', label: 'Plus soutenus' },
];

export const POST_ORDERS: readonly OrderChoice[] = [
  { order: 'OLDEST', slug: 'anciens', label: 'Du plus ancien au plus récent' },
  { order: 'RECENT', slug: 'recents', label: 'Du plus récent au plus ancien' },
  { order: 'SUPPORTS', slug: 'soutiens', label: 'Plus soutenus d’abord' },
  { order: 'ACTIVITY', slug: 'activite', label: 'Derniers échanges d’abord' },
];

/** The order an address asks for; the first of the choices when it says none, or one there is not. */
export function orderOf(choices: readonly OrderChoice[], slug: string | null): Order {
  return choices.find((choice) => choice.slug === slug)?.order ?? choices[0]?.order ?? 'ACTIVITY';
}
