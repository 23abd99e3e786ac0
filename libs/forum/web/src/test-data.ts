import type { MockAnswers } from '@preau/graphql/testing';

const themes = [
  {
    id: 't1',
    slug: 'apprendre',
    title: 'Le numérique et les apprentissages',
    shortTitle: 'Apprendre',
    accent: 'green-emeraude',
    pictogram: 'Book',
  },
  {
    id: 't2',
    slug: 'egalite',
    title: 'L’égalité',
    shortTitle: 'Égalité',
    accent: 'yellow-tournesol',
    pictogram: 'Map',
  },
];
export const consultation = {
  id: 'c1',
  slug: 'edition',
  title: 'Concertation sur le numérique',
  phase: 'OPEN',
  opensAt: '2026-11-08T08:00:00Z',
  closesAt: '2026-12-27T20:00:00Z',
  themes,
};

export const pageInfo = { hasNextPage: false, endCursor: null as string | null };
export const camille = { id: 'camille', name: 'Camille', kind: 'PARENT', isVerifiedTeacher: false };

const NOTHING = { reply: false, edit: false, delete: false, support: false };
const NO_KEEPING = { manage: false, markSolved: false, conclude: false, speakForService: false };
export const EVERYTHING = { reply: true, edit: true, delete: true, support: true };

/** A topic as any of the pages asks for it. */
export const aTopic = (id: string, given: object = {}) => ({
  id,
  title: `Le sujet ${id}`,
  excerpt: `Ce que dit ${id}.`,
  body: `Ce que dit ${id}, en entier.`,
  status: 'PUBLISHED',
  postCount: 2,
  supports: 3,
  isSupported: false,
  isMine: false,
  isMuted: false,
  isFollowed: false,
  firstUnreadId: null,
  unreadCount: null,
  lastReadAt: null,
  images: [],
  isPinned: false,
  isLocked: false,
  lockedAt: null,
  lockReason: null,
  mayWriteAt: null,
  slowSeconds: 0,
  solvedPostId: null,
  conclusion: null,
  concludedAt: null,
  concludedBy: null,
  citations: [],
  conclusionVersions: { totalCount: 0 },
  officialPosts: { totalCount: 0, edges: [] },
  createdAt: '2026-11-20T09:00:00Z',
  editedAt: null,
  revisionCount: 0,
  activeAt: '2026-11-22T09:00:00Z',
  theme: themes[0],
  consultation: { slug: 'edition' },
  author: camille,
  official: null,
  viewerCan: { ...NOTHING, ...NO_KEEPING },
  propositions: { edges: [], pageInfo },
  ...given,
});

let minute = 0;
/** A message as a thread asks for it, later than those made before. */
export function aPost(id: string, given: object = {}) {
  minute += 1;
  return {
    id,
    topicId: 'sujet',
    parentId: null as string | null,
    branchId: null as string | null,
    depth: 1,
    status: 'PUBLISHED',
    stance: null as string | null,
    isProposition: false,
    body: `Le message ${id}`,
    createdAt: new Date(Date.UTC(2026, 10, 21, 8, minute)).toISOString(),
    editedAt: null as string | null,
    revisionCount: 0,
    replyCount: 0,
    branchCount: 0,
    supports: 0,
    isSupported: false,
    isMine: false,
    images: [] as object[],
    author: { id: `de-${id}`, name: `Auteur ${id}`, kind: 'CITIZEN', isVerifiedTeacher: false } as
      object | null,
    official: null as object | null,
    viewerCan: NOTHING,
    ...given,
  };
}
export type TestPost = ReturnType<typeof aPost>;

export const listOf = <Node>(nodes: readonly Node[], info: object = pageInfo) => ({
  totalCount: nodes.length,
  edges: nodes.map((node, at) => ({ node, cursor: `cursor-${at}` })),
  pageInfo: info,
});

/** A reply to the topic, with what came under it. */
export const aRoot = (post: TestPost, under: readonly TestPost[] = [], info: object = pageInfo) => ({
  ...post,
  branch: listOf(under, info),
});

/** What a page of a thread answers. */
export const aThread = (
  roots: readonly ReturnType<typeof aRoot>[],
  info: object = pageInfo,
  beginning = roots[0]?.id,
) => ({
  topic: {
    id: 'sujet',
    posts: listOf(roots, info),
    beginning: { edges: beginning ? [{ node: { id: beginning } }] : [] },
  },
});

export const visitor: MockAnswers = { Session: () => ({ me: null }) };
export const signedIn: MockAnswers = {
  Session: () => ({ me: { id: 'moi', displayName: 'Moi', roles: [] } }),
};
