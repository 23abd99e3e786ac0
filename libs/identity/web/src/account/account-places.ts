import { type Role } from '@preau/shared-domain';

/**
 * A page of somebody's own space that a domain brings: a tile of « Mon espace ». Domains add theirs in `apps/web`; a section
 * without any is not shown.
 */
export interface AccountPlace {
  readonly to: string;
  readonly title: string;
  /** One sentence: what is found there. */
  readonly text: string;
  readonly section: AccountSection;
  /** For whom: those with one of these roles; everybody when not said. */
  readonly roles?: readonly Uppercase<Role>[];
}

export type AccountSection = 'participation' | 'account' | 'team';

/** The way back to the hub, for the breadcrumbs of its pages. */
export const MY_SPACE = { label: 'Mon espace', to: '/mon-espace' } as const;

/** Of this domain itself. */
export const OWN_PLACES: readonly AccountPlace[] = [
  {
    to: '/mon-espace/profil',
    title: 'Mon profil',
    text: 'Le nom que les autres voient, votre rôle, votre académie.',
    section: 'account',
  },
  {
    to: '/mon-espace/securite',
    title: 'Sécurité',
    text: 'La double authentification, les appareils connectés.',
    section: 'account',
  },
  {
    to: '/mon-espace/donnees',
    title: 'Mes données',
    text: 'Les télécharger, s’opposer à un usage, supprimer le compte.',
    section: 'account',
  },
  {
    to: '/pilotage',
    title: 'Pilotage',
    text: 'La participation, les résultats, les téléchargements.',
    section: 'team',
    roles: ['STAFF', 'ADMIN'],
  },
  {
    to: '/pilotage/oppositions',
    title: 'Oppositions',
    text: 'Les personnes qui refusent un usage de leurs données.',
    section: 'team',
    roles: ['STAFF', 'ADMIN'],
  },
  {
    to: '/administration',
    title: 'Administration',
    text: 'Les comptes, les rôles, le journal de ce qui en est fait.',
    section: 'team',
    roles: ['ADMIN'],
  },
];

/** The places of a section for somebody with these roles, in the order they were given. */
export const placesFor = (
  places: readonly AccountPlace[],
  section: AccountSection,
  roles: readonly Uppercase<Role>[],
): readonly AccountPlace[] =>
  places.filter(
    (place) => place.section === section && (place.roles?.some((role) => roles.includes(role)) ?? true),
  );
