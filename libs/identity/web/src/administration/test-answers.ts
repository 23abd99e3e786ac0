import { type MockAnswers } from '@preau/graphql/testing';

export const administered = {
  id: 'a2',
  displayName: 'Nadia Benali',
  isPseudonym: false,
  email: 'nadia.benali@ac-lyon.fr',
  academie: '10',
  professionalDomain: 'ac-lyon.fr',
  state: 'ACTIVE',
  suspensionReason: null as string | null,
  deletionDueAt: null,
  createdAt: '2026-11-01T10:00:00Z',
  hasSecondFactor: true,
  viewerCan: { grant: true, suspend: true, reinstate: false, resetSecondFactor: true },
  grants: [
    {
      id: 'g1',
      role: 'MODERATOR',
      themeId: 't1',
      reason: 'Remplace Claude Garnier',
      grantedBy: 'Sacha Laurent',
      grantedAt: '2026-11-02T10:00:00Z',
      endsAt: '2027-03-03T22:59:59Z',
      territory: { level: 'ACADEMIE', code: '10', name: 'Lyon' },
    },
  ],
};

const entry = {
  id: 'e1',
  rank: 12,
  at: '2026-11-02T10:00:00Z',
  accountId: 'a1',
  accountName: 'Sacha Laurent',
  action: 'rights.grant',
  object: 'account:a2',
  objectName: 'Nadia Benali' as string | null,
  details: {
    grant: 'g1',
    role: 'moderator',
    territory: { level: 'academie', code: '10' },
    themeId: null,
    endsAt: null,
    reason: 'Remplace Claude Garnier',
  } as object,
};

export const pageOf = (nodes: object[], totalCount = nodes.length, endCursor: string | null = null) => ({
  totalCount,
  edges: nodes.map((node) => ({ node })),
  pageInfo: { endCursor, hasNextPage: endCursor !== null },
});

export const entries = {
  granted: entry,
  downloaded: {
    ...entry,
    id: 'e2',
    rank: 1_013,
    accountName: null,
    action: 'exports.responses.end',
    object: 'questionnaire:0198',
    objectName: null,
    details: { outcome: 'cut', rows: 1_500, download: 'x' },
  },
};

/** What the server answers an administrator. */
export const answers: MockAnswers = {
  Administration: () => ({
    accounts: { totalCount: 1_203 },
    suspended: { totalCount: 2 },
    auditEntries: { totalCount: 45 },
  }),
  AdministrationSite: () => ({ site: { secondFactor: true } }),
  AdministeredAccounts: () => ({
    accounts: pageOf([
      { ...administered, email: 'na…@ac-lyon.fr' },
      { ...administered, id: 'a3', displayName: 'Zoé', email: null, grants: [], state: 'SUSPENDED' },
    ]),
  }),
  AdministeredAccount: () => ({ account: administered, me: { id: 'a1' } }),
  AuditEntries: () => ({ auditEntries: pageOf([entries.downloaded, entries.granted]) }),
  AuditActions: () => ({ auditActions: ['exports.responses.end', 'rights.grant', 'unknown.action'] }),
  AuditChain: () => ({ auditChain: { entries: 45, isWhole: true, broken: [], head: 'ab'.repeat(32) } }),
  MayReadAudit: () => ({ auditEntries: { totalCount: 45 } }),
  ThemeNames: () => ({ consultations: [{ themes: [{ id: 't1', shortTitle: 'Égalité' }] }] }),
  GrantableThemes: () => ({
    consultations: [{ id: 'c1', title: 'Numérique 2015', themes: [{ id: 't1', shortTitle: 'Égalité' }] }],
  }),
};
