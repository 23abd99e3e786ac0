import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { loadMarkdown } from '@preau/ui';
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MANAGING_REFUSALS } from '../messages';
import { forumRoutes } from '../routes';
import { aPost, aRoot, aThread, aTopic, consultation, EVERYTHING, listOf, signedIn } from '../test-data';

configure({ asyncUtilTimeout: 20_000 });
beforeAll(async () => {
  await loadMarkdown();
});
const user = userEvent.setup();
/** As Testing Library reads it. */
const seen = (sentence: string) => sentence.replaceAll('\u00a0', ' ');
let close: () => void = () => undefined;
beforeEach(() => {
  localStorage.clear();
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  close();
  cleanup();
});

const keeper = { ...EVERYTHING, manage: true, markSolved: true, conclude: false, speakForService: false };
const done = { __typename: 'TopicManaged', topic: { id: 'sujet' } };

function open(state: object = {}, given: MockAnswers = {}) {
  let topic: object = { viewerCan: keeper, ...state };
  const change = (changes: object) => {
    topic = { ...topic, ...changes };
    return done;
  };
  const calls = mockNetwork({
    ...signedIn,
    DebatesFrame: () => ({ consultation }),
    DebateTopic: () => ({ topic: aTopic('sujet', topic) }),
    DebateThread: () => aThread([aRoot(aPost('o', { viewerCan: EVERYTHING }))]),
    TopicPropositions: () => ({ topic: { id: 'sujet', propositions: listOf([]) } }),
    PinTopic: ({ pinned }) => ({ pinTopic: change({ isPinned: pinned }) }),
    LockTopic: ({ locked, reason }) => ({
      lockTopic: change({ isLocked: locked, lockReason: reason, lockedAt: '2026-11-22T09:00:00Z' }),
    }),
    SlowTopic: ({ seconds }) => ({ slowTopic: change({ slowSeconds: seconds }) }),
    MarkSolved: ({ postId }) => ({ markSolved: change({ solvedPostId: postId }) }),
    ...given,
  });
  close = renderRoutes(
    forumRoutes(() => null),
    '/concertations/edition/debats/sujet',
  ).close;
  return (operation: string) =>
    calls.filter((call) => call.operation === operation).map(({ variables }) => variables);
}
const click = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }));
const unfold = () => click('Gérer ce sujet');
const status = (sentence: string) => screen.findByText(sentence, { selector: '[role=status]' });

describe('whoever keeps a topic', () => {
  test('pins it once it is confirmed, and takes the pin out', async () => {
    const asked = open();
    await unfold();
    await click('Épingler');
    expect(asked('PinTopic')).toEqual([]);
    await click('Épingler ce sujet');
    await status('Le sujet est épinglé.');
    expect(document.activeElement?.textContent).toBe('Ne plus épingler');
    expect(screen.getByText('Épinglé')).toBeTruthy();
    await click('Ne plus épingler');
    await click('Retirer l’épingle');
    await status('Le sujet n’est plus épinglé.');
    expect(asked('PinTopic')).toEqual([
      { topicId: 'sujet', pinned: true },
      { topicId: 'sujet', pinned: false },
    ]);
  });

  test('gives up with Escape: the question first, then the rest', async () => {
    const asked = open();
    await unfold();
    await click('Épingler');
    await user.keyboard('{Escape}');
    expect(document.activeElement?.textContent).toBe('Épingler');
    await user.keyboard('{Escape}');
    const managing = screen.getByRole('button', { name: 'Gérer ce sujet' });
    expect(document.activeElement).toBe(managing);
    expect(managing.getAttribute('aria-expanded')).toBe('false');
    expect(asked('PinTopic')).toEqual([]);
  });

  test('closes it for a reason, which its readers are told with the day; and opens it again', async () => {
    const asked = open();
    await unfold();
    await click('Fermer aux réponses');
    await click('Fermer le sujet');
    const summary = await screen.findByText('Un champ est à revoir');
    expect(
      within(summary.closest('div')!.parentElement!).getByRole('link', {
        name: MANAGING_REFUSALS.REASON_EMPTY,
      }),
    ).toBeTruthy();
    const field = screen.getByRole('textbox', { name: /^Raison/ });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(asked('LockTopic')).toEqual([]);
    await user.type(field, 'Le débat se poursuit ailleurs.');
    await click('Fermer le sujet');
    await status('Le sujet est fermé aux nouvelles réponses.');
    expect(screen.getByText('Fermé aux réponses')).toBeTruthy();
    expect(screen.getByText(/^Ce sujet est fermé/).textContent).toBe(
      'Ce sujet est fermé aux nouvelles réponses depuis le 22 novembre 2026. Il se lit, et ne s’écrit plus. Raison donnée\u00a0: Le débat se poursuit ailleurs.',
    );
    await click('Rouvrir aux réponses');
    await click('Rouvrir le sujet');
    await status('Le sujet est rouvert aux réponses.');
    expect(screen.queryByText(/^Ce sujet est fermé/)).toBeNull();
    expect(asked('LockTopic')).toEqual([
      { topicId: 'sujet', locked: true, reason: 'Le débat se poursuit ailleurs.' },
      { topicId: 'sujet', locked: false, reason: null },
    ]);
  });

  test('slows it down, and lets it go', async () => {
    const asked = open();
    await unfold();
    await click('Mettre au ralenti');
    await user.selectOptions(screen.getByRole('combobox', { name: /^Temps entre/ }), '300');
    await click('Enregistrer le rythme');
    await status('Le sujet est au ralenti : un message en 5 minutes pour chacun.');
    expect(screen.getByText('Au ralenti')).toBeTruthy();
    await click('Changer le rythme');
    await user.selectOptions(screen.getByRole('combobox', { name: /^Temps entre/ }), '0');
    await click('Enregistrer le rythme');
    await status('Chacun écrit de nouveau comme il veut dans ce sujet.');
    expect(asked('SlowTopic')).toEqual([
      { topicId: 'sujet', seconds: 300 },
      { topicId: 'sujet', seconds: 0 },
    ]);
  });

  test('says which reply answers it, or no longer does', async () => {
    const asked = open();
    await screen.findByText('Le message o');
    await user.click(screen.getByRole('button', { name: 'Plus d’actions sur le message d’Auteur o' }));
    await click('Retenir cette réponse d’Auteur o');
    await status('La réponse est retenue pour ce sujet.');
    // At the head of the topic, and on the reply.
    expect(screen.getAllByText('Réponse retenue')).toHaveLength(2);
    await user.click(screen.getByRole('link', { name: 'Lire la réponse retenue' }));
    expect(document.activeElement?.textContent).toContain('Auteur o');
    await click('Ne plus retenir cette réponse d’Auteur o');
    await status('Cette réponse n’est plus retenue.');
    expect(asked('MarkSolved')).toEqual([
      { topicId: 'sujet', postId: 'o' },
      { topicId: 'sujet', postId: null },
    ]);
  });

  test.each(['OUT_OF_SCOPE', 'UNKNOWN_TOPIC'] as const)('is told why not: %s', async (code) => {
    open({}, { PinTopic: () => ({ pinTopic: { __typename: 'ManagingRefused', code, postId: null } }) });
    await unfold();
    await click('Épingler');
    await click('Épingler ce sujet');
    const alert = await screen.findByText(seen(MANAGING_REFUSALS[code]));
    await waitFor(() => {
      expect(document.activeElement?.contains(alert)).toBe(true);
    });
  });

  test('a server that does not answer loses nothing of the reason', async () => {
    open(
      {},
      {
        LockTopic: () => {
          throw refusal('OFFLINE');
        },
      },
    );
    await unfold();
    await click('Fermer aux réponses');
    await user.type(screen.getByRole('textbox', { name: /^Raison/ }), 'Une bonne raison.');
    await click('Fermer le sujet');
    expect(await screen.findByText(/La connexion au serveur ne répond pas/)).toBeTruthy();
    expect(screen.getByDisplayValue('Une bonne raison.')).toBeTruthy();
  });
});

describe('whoever reads it', () => {
  const reader = { ...keeper, manage: false, markSolved: false };

  test('manages nothing', async () => {
    open({ viewerCan: reader });
    await screen.findByText('Le message o');
    expect(screen.queryByRole('button', { name: 'Gérer ce sujet' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Plus d’actions sur le message d’Auteur o' }));
    expect(screen.queryByRole('button', { name: /^Retenir/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Citer dans la synthèse/ })).toBeNull();
  });

  test('in slow mode is told when they may write again', async () => {
    open({ viewerCan: reader, slowSeconds: 3_600, mayWriteAt: '2030-01-01T12:30:00Z' });
    const notice = await screen.findByText(/^Ce sujet est au ralenti/);
    expect(seen(notice.textContent).replace(/\s/g, ' ')).toMatch(
      /chacun y écrit au plus un message en 1 heure\. Vous pourrez y écrire de nouveau le 1er janvier 2030/,
    );
  });
});
