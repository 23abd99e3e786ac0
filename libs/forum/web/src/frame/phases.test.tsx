import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { loadMarkdown } from '@preau/ui';
import { cleanup, configure, screen } from '@testing-library/react';
import { forumRoutes } from '../routes';
import {
  aPost,
  aRoot,
  aThread,
  aTopic,
  consultation,
  EVERYTHING,
  listOf,
  signedIn,
  visitor,
} from '../test-data';

configure({ asyncUtilTimeout: 20_000 });
beforeAll(async () => {
  await loadMarkdown();
});
beforeEach(() => {
  localStorage.clear();
});
let close: () => void = () => undefined;
afterEach(() => {
  close();
  cleanup();
});

const NOTHING = { reply: false, edit: false, delete: false, support: false };
const KEEPING = { manage: false, markSolved: false, conclude: false, speakForService: false };
/** What the server lets each do in a debate that is not open, to the topic and to a message of theirs; as phases.test.ts of the API holds it. */
const VIEWERS = {
  visitor: { session: visitor, topic: { ...NOTHING, ...KEEPING }, own: NOTHING },
  participant: { session: signedIn, topic: { ...NOTHING, ...KEEPING }, own: { ...NOTHING, delete: true } },
  moderator: {
    session: signedIn,
    topic: { ...NOTHING, ...KEEPING, reply: true, manage: true },
    own: { ...NOTHING, reply: true },
  },
  staff: {
    session: signedIn,
    topic: {
      reply: true,
      edit: false,
      delete: false,
      support: false,
      ...KEEPING,
      manage: true,
      conclude: true,
    },
    own: { ...NOTHING, reply: true },
  },
} as const;

function open(phase: string, viewer: keyof typeof VIEWERS, isOpen = false): void {
  const { session, topic, own } = VIEWERS[viewer];
  const can = isOpen && viewer !== 'visitor' ? EVERYTHING : null;
  const answers: MockAnswers = {
    ...session,
    DebatesFrame: () => ({ consultation: { ...consultation, phase } }),
    DebateTopic: () => ({ topic: aTopic('sujet', { viewerCan: { ...topic, ...can }, supports: 3 }) }),
    DebateThread: () => aThread([aRoot(aPost('p', { viewerCan: can ?? own, supports: 2 }))]),
    TopicPropositions: () => ({ topic: { id: 'sujet', propositions: listOf([]) } }),
  };
  mockNetwork(answers);
  const shown = renderRoutes(
    forumRoutes(() => null),
    '/concertations/edition/debats/sujet',
  );
  close = shown.close;
}
const read = () => screen.findByText('Le message p');
const buttons = (name: RegExp) => screen.queryAllByRole('button', { name }).length;
const notice = () => document.querySelector('.preau-debate-notice')?.textContent ?? null;

const CLOSED = 'La concertation est terminée depuis le 27 décembre 2026';
describe.each([
  [
    'UPCOMING',
    'Les débats ouvriront le 8 novembre 2026. Revenez ce jour-là pour y participer.',
    'dès maintenant',
  ],
  ['CLOSED', `${CLOSED}. Les débats se lisent, et ne s’écrivent plus.`, 'encore'],
  ['REPORTED', `${CLOSED} et son bilan est publié. Les débats se lisent, et ne s’écrivent plus.`, 'encore'],
])('a topic, %s', (phase, sentence, when) => {
  test.each(['visitor', 'participant'] as const)('%s: reads, and is offered no form', async (viewer) => {
    open(phase, viewer);
    await read();
    expect(notice()).toBe(sentence);
    expect(buttons(/^(Répondre|Faire une proposition|Soutenir|Citer|Modifier)/)).toBe(0);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Connectez-vous' })).toBeNull();
    // What was counted stays, and one's own words can be withdrawn at all times.
    expect(screen.getByText(/^3\ssoutiens$/)).toBeTruthy();
    expect(screen.queryAllByRole('button', { name: /^Supprimer/, hidden: true })).toHaveLength(
      viewer === 'participant' ? 1 : 0,
    );
  });

  test.each([
    ['moderator', 'd’y répondre'],
    ['staff', 'd’y répondre et d’en publier la synthèse'],
  ] as const)('%s: is told what is still theirs to do, and does it', async (viewer, deeds) => {
    open(phase, viewer);
    await read();
    expect(notice()).toBe(`${sentence} Votre rôle vous permet ${when} ${deeds}.`);
    expect(buttons(/^Répondre à/)).toBe(2);
    expect(buttons(/^Répondre au sujet/)).toBe(1);
    // What nobody can support any more is not proposed.
    expect(buttons(/^(Soutenir|Faire une proposition)/)).toBe(0);
  });
});

describe('a topic, OPEN', () => {
  test('says nothing of dates, and offers to answer', async () => {
    open('OPEN', 'participant', true);
    await read();
    expect(notice()).toBeNull();
    expect(buttons(/^Répondre à/)).toBe(2);
    expect(buttons(/^Soutenir/)).toBe(2);
    expect(buttons(/^Faire une proposition/)).toBe(1);
  });

  test('asks visitors to sign in', async () => {
    open('OPEN', 'visitor', true);
    await read();
    expect(screen.getByRole('link', { name: 'Connectez-vous' })).toBeTruthy();
    expect(buttons(/^(Répondre|Soutenir)/)).toBe(0);
  });
});
