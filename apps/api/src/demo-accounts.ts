import type { AccountToLoad } from '@preau/identity-api';
import type { Role, Territory } from '@preau/shared-domain';

const account = (
  name: string,
  displayName: string,
  role: Role,
  territory: Territory | null = null,
): AccountToLoad => ({ email: `${name}@preau.test`, displayName, grants: [{ role, territory }] });

/** One account per way of using the platform; `.test` is reserved, so that no mail can ever leave for them. */
export const DEMO_ACCOUNTS: readonly AccountToLoad[] = [
  account('participant', 'Dominique Petit', 'participant'),
  account('enseignante', 'Nadia Benali', 'teacher'),
  account('moderation', 'Claude Garnier', 'moderator'),
  account('coordination', 'Yann Le Goff (académie de Normandie)', 'coordinator', {
    level: 'academie',
    code: '70',
  }),
  account('ministere', 'Camille Morel', 'staff'),
  account('admin', 'Sacha Laurent', 'admin'),
];
