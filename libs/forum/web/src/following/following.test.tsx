import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { loadMarkdown } from '@preau/ui';
import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FOLLOW_REFUSALS } from '../messages';
import { forumRoutes } from '../routes';
import {
  aPost,
  aRoot,
  aThread,
  aTopic,
  consultation,
  EVERYTHING,
  listOf,
  pageInfo,
  signedIn,
  visitor,
} from '../test-data';
import ThemeDebates from '../topics/theme-debates';
import { takeIntent } from './intent';

configure({ asyncUtilTimeout: 5_000 });
beforeAll(async () => {
  await loadMarkdown();
});
const user = userEvent.setup();
let close: () => void = () => undefined;
beforeEach(() => {
  localStorage.clear();
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  close();
  cleanup();
});

const TOPIC = '/concertations/edition/debats/sujet';
const THEME = '/concertations/edition/debats?theme=apprendre';
const topicOf = (given: object) => ({ DebateTopic: () => ({ topic: aTopic('sujet', given) }) });
const followed = (isFollowed: boolean): MockAnswers => ({
  FollowedThemes: () => ({
    consultation: {
      id: 'c1',
      themes: [
        { id: 't1', isFollowed },
        { id: 't2', isFollowed: !isFollowed },
      ],
    },
  }),
});

function open(address: string, given: MockAnswers = {}) {
  const calls = mockNetwork({
    ...signedIn,
    DebatesFrame: () => ({ consultation }),
    ...topicOf({}),
    DebateThread: () => aThread([aRoot(aPost('p'))]),
    Debates: () => ({ topics: { ...listOf([]), totalCount: 0 } }),
    PinnedDebates: () => ({ topics: listOf([]) }),
    TopicPropositions: () => ({ topic: { id: 'sujet', propositions: listOf([]) } }),
    FollowTopic: () => ({ followTopic: { __typename: 'TopicFollowing' } }),
    UnfollowTopic: () => ({ unfollowTopic: { __typename: 'TopicFollowing' } }),
    FollowTheme: () => ({ followTheme: { __typename: 'ThemeFollowing' } }),
    UnfollowTheme: () => ({ unfollowTheme: { __typename: 'ThemeFollowing' } }),
    ...followed(false),
    ...given,
  });
  const theme = {
    path: '/theme',
    element: <ThemeDebates consultation="edition" theme="apprendre" />,
  };
  const shown = renderRoutes([...forumRoutes(() => null), theme], address);
  close = shown.close;
  return (operation: string) =>
    calls.filter((call) => call.operation === operation).map(({ variables }) => variables);
}
const button = (name: string, pressed: boolean) => screen.findByRole('button', { name, pressed });

describe('a topic', () => {
  test('is followed and no longer by one pressed button, which says how one is told', async () => {
    const sent = open(TOPIC);
    await user.click(await button('Suivre ce sujet', false));
    const pressed = await button('Suivre ce sujet', true);
    expect(document.activeElement).toBe(pressed);
    const said = screen.getByText(/^Suivi/);
    expect(said.getAttribute('role')).toBe('status');
    expect(said.textContent).toBe(
      'Suivi\u00a0: ses nouveaux messages vous sont annoncés, sur le site et par courriel.',
    );
    expect(screen.getByRole('link', { name: 'Choisir mes courriels' }).getAttribute('href')).toBe(
      '/mon-espace/courriels',
    );
    await user.click(pressed);
    await button('Suivre ce sujet', false);
    expect(said.textContent).toBe('');
    expect([sent('FollowTopic'), sent('UnfollowTopic')]).toEqual([
      [{ topicId: 'sujet' }],
      [{ topicId: 'sujet' }],
    ]);
  });

  test('is followed by whoever answers, as the server says: a choice not to is kept', async () => {
    for (const isFollowed of [true, false]) {
      const post = aPost('n', { isMine: true, topic: { id: 'sujet', isFollowed } });
      open(TOPIC, {
        ...topicOf({ viewerCan: { ...EVERYTHING, manage: false, markSolved: false } }),
        ReplyToTopic: () => ({ replyToTopic: { __typename: 'ReplyPosted', post } }),
      });
      await button('Suivre ce sujet', false);
      await user.click(await screen.findByRole('button', { name: 'Répondre au sujet' }));
      await user.type(screen.getByRole('textbox', { name: /Ma réponse au sujet/ }), 'Tout à fait.');
      await user.click(screen.getByRole('button', { name: 'Publier la réponse' }));
      await screen.findByText('Le message n');
      await button('Suivre ce sujet', isFollowed);
      close();
      cleanup();
    }
  });

  test.each(Object.entries(FOLLOW_REFUSALS))('refused: %s', async (code, sentence) => {
    open(TOPIC, { FollowTopic: () => ({ followTopic: { __typename: 'FollowRefused', code } }) });
    await user.click(await button('Suivre ce sujet', false));
    await waitFor(() => {
      expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toContain(sentence);
    });
    await button('Suivre ce sujet', false);
  });

  test('that could not be followed says so, and is at hand', async () => {
    open(TOPIC, {
      FollowTopic: () => {
        throw refusal('OFFLINE');
      },
    });
    await user.click(await button('Suivre ce sujet', false));
    await screen.findByText(/La connexion au serveur ne répond pas/);
    await button('Suivre ce sujet', false);
  });

  test('there is only a trace of is left by those who follow it, and followed by nobody', async () => {
    open(TOPIC, topicOf({ status: 'DELETED', isFollowed: true }));
    await button('Suivre ce sujet', true);
    close();
    cleanup();
    open(TOPIC, topicOf({ status: 'DELETED' }));
    await screen.findByText('Le message p');
    expect(screen.queryByRole('button', { name: 'Suivre ce sujet' })).toBeNull();
  });
});

describe('a visitor', () => {
  test('is led to sign in, and comes back with it done, once', async () => {
    open(TOPIC, visitor);
    const link = await screen.findByRole('link', { name: 'Suivre ce sujet' });
    expect(link.getAttribute('href')).toBe(`/connexion?retour=${encodeURIComponent(TOPIC)}`);
    await user.click(link);
    close();
    cleanup();
    const sent = open(TOPIC);
    await button('Suivre ce sujet', true);
    expect(sent('FollowTopic')).toEqual([{ topicId: 'sujet' }]);
    await user.click(await button('Suivre ce sujet', true));
    close();
    cleanup();
    const later = open(TOPIC);
    await button('Suivre ce sujet', false);
    expect(later('FollowTopic')).toEqual([]);
  });

  test('who asked for something else, or long ago, follows nothing', async () => {
    open(TOPIC, visitor);
    await user.click(await screen.findByRole('link', { name: 'Suivre ce sujet' }));
    expect(takeIntent('topic:autre')).toBe(false);
    expect(takeIntent('topic:sujet', Date.now() + 3_600_000)).toBe(false);
    expect(takeIntent('topic:sujet')).toBe(false);
  });
});

describe('a theme', () => {
  test('is followed on the page of its debates', async () => {
    let isFollowed = false;
    const sent = open(THEME, {
      FollowedThemes: (variables) => followed(isFollowed)['FollowedThemes']?.(variables),
      FollowTheme: () => {
        isFollowed = true;
        return { followTheme: { __typename: 'ThemeFollowing' } };
      },
    });
    await user.click(await button('Suivre ce thème', false));
    await button('Suivre ce thème', true);
    expect(screen.getByText(/^Suivi/).textContent).toContain('ses nouveaux sujets vous sont annoncés');
    expect(sent('FollowTheme')).toEqual([{ themeId: 't1' }]);
  });

  test('is left on its own page', async () => {
    const sent = open('/theme', {
      ...followed(true),
      Debates: () => ({ topics: { edges: [], pageInfo, totalCount: 0 } }),
    });
    await user.click(await button('Suivre ce thème', true));
    await waitFor(() => {
      expect(sent('UnfollowTheme')).toEqual([{ themeId: 't1' }]);
    });
  });

  test('is not offered where all of them are shown, nor asked about by a visitor', async () => {
    open('/concertations/edition/debats');
    await screen.findByRole('heading', { name: 'Tous les sujets' });
    expect(screen.queryByRole('button', { name: 'Suivre ce thème' })).toBeNull();
    close();
    cleanup();
    const sent = open(THEME, visitor);
    await screen.findByRole('link', { name: 'Suivre ce thème' });
    expect(sent('FollowedThemes')).toEqual([]);
  });
});
