import { randomUUID } from 'node:crypto';
import { anAccount, aSecondFactor } from '@preau/testing';
import { only } from '../expected';
import type { Rows } from '../row';
import { absent, type Scene } from '../stage';

const reason = 'Pour l’essai des droits';

async function aGrantOf(scene: Scene, accountId: string): Promise<string> {
  const id = randomUUID();
  await scene.api.database.query('INSERT INTO role_grant (id, account_id, role) VALUES ($1, $2, $3)', [
    id,
    accountId,
    'staff',
  ]);
  return id;
}

/** Somebody who could be granted anything. */
async function aPerson({ api }: Scene) {
  const account = await anAccount(api);
  await aSecondFactor(api, account.id);
  return account;
}

async function marked(scene: Scene, column: 'suspended_at' | 'deleted_at') {
  const { id } = await aPerson(scene);
  await scene.api.database.query(`UPDATE account SET ${column} = now() WHERE id = $1`, [id]);
  return id;
}

const input = (accountId: string, more: object = {}) => ({
  input: { accountId, role: 'STAFF', reason, ...more },
});

export const rights: Rows = {
  'Mutation.grantRole': {
    'somebody else': [async (s) => input((await aPerson(s)).id), only('admin')],
    'somebody else, on a theme': [
      async (s) => input((await aPerson(s)).id, { role: 'MODERATOR', themeId: s.themeId }),
      only('admin'),
    ],
    'on a theme that does not exist': [
      async (s) => input((await aPerson(s)).id, { role: 'MODERATOR', themeId: absent }),
      only('admin', 'REFUSED:UNKNOWN_THEME'),
    ],
    oneself: [(s) => input(s.me.id), only('admin', 'REFUSED:OWN_ACCOUNT')],
    'without a second factor': [
      async (s) => input((await s.somebody()).id),
      only('admin', 'REFUSED:SECOND_FACTOR_REQUIRED'),
    ],
    suspended: [
      async (s) => input(await marked(s, 'suspended_at')),
      only('admin', 'REFUSED:ACCOUNT_SUSPENDED'),
    ],
    deleted: [async (s) => input(await marked(s, 'deleted_at')), only('admin', 'REFUSED:UNKNOWN_ACCOUNT')],
    absent: [() => input(absent), only('admin', 'REFUSED:UNKNOWN_ACCOUNT')],
  },
  'Mutation.revokeRole': {
    'somebody else’s': [
      async (s) => ({ grantId: await aGrantOf(s, (await s.somebody()).id), reason }),
      only('admin'),
    ],
    'one’s own': [
      async (s) => ({ grantId: await aGrantOf(s, s.me.id), reason }),
      only('admin', 'REFUSED:OWN_ACCOUNT'),
    ],
    absent: [() => ({ grantId: absent, reason }), only('admin', 'REFUSED:UNKNOWN_GRANT')],
  },
  'Mutation.suspendAccount': {
    'somebody else': [async (s) => ({ accountId: (await s.somebody()).id, reason }), only('admin')],
    oneself: [(s) => ({ accountId: s.me.id, reason }), only('admin', 'REFUSED:OWN_ACCOUNT')],
    suspended: [
      async (s) => ({ accountId: await marked(s, 'suspended_at'), reason }),
      only('admin', 'REFUSED:ALREADY_SUSPENDED'),
    ],
    deleted: [
      async (s) => ({ accountId: await marked(s, 'deleted_at'), reason }),
      only('admin', 'REFUSED:UNKNOWN_ACCOUNT'),
    ],
    absent: [() => ({ accountId: absent, reason }), only('admin', 'REFUSED:UNKNOWN_ACCOUNT')],
  },
  'Mutation.reinstateAccount': {
    suspended: [async (s) => ({ accountId: await marked(s, 'suspended_at'), reason }), only('admin')],
    'not suspended': [
      async (s) => ({ accountId: (await s.somebody()).id, reason }),
      only('admin', 'REFUSED:NOT_SUSPENDED'),
    ],
    oneself: [(s) => ({ accountId: s.me.id, reason }), only('admin', 'REFUSED:OWN_ACCOUNT')],
    deleted: [
      async (s) => ({ accountId: await marked(s, 'deleted_at'), reason }),
      only('admin', 'REFUSED:UNKNOWN_ACCOUNT'),
    ],
    absent: [() => ({ accountId: absent, reason }), only('admin', 'REFUSED:UNKNOWN_ACCOUNT')],
  },
};
