import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { loadMarkdown } from '@preau/ui';
import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DRAFT_REFUSALS, POSTING_REFUSALS } from '../messages';
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

configure({ asyncUtilTimeout: 6_000 });
beforeAll(async () => {
  await loadMarkdown();
});
const user = userEvent.setup();
let close: () => void = () => undefined;
beforeEach(() => {
  localStorage.clear();
  Element.prototype.scrollIntoView = () => undefined;
});
const leave = () => {
  close();
  cleanup();
};
afterEach(leave);

const id = (end: string) => `00000000-0000-4000-8000-00000000000${end}`;
const [TOPIC, MINE, THEME, OTHER] = [id('a'), id('b'), id('c'), id('e')];
const KEY = `reply:${TOPIC}:${TOPIC}`;
const ON_DEVICE = 'Votre brouillon est gardé sur cet appareil.';
const SAVED = 'Brouillon enregistré.';

interface Kept {
  title: string | null;
  body: string;
  stance: string | null;
  images?: object[];
  revision: number;
}
/** The account, as the server keeps it. */
let kept: Map<string, Kept>;
beforeEach(() => {
  kept = new Map();
});
const account: MockAnswers = {
  KeptForumDraft: ({ key }) => ({ forumDraft: kept.get(key as string) ?? null }),
  SaveForumDraft: ({ input }) => {
    const { key, revision, title, body, stance } = input as Kept & { key: string };
    const now = kept.get(key) ?? null;
    if (now ? now.revision !== revision : revision !== null)
      return {
        saveForumDraft: { __typename: 'ForumDraftRefused', code: now ? 'STALE_REVISION' : 'GONE', kept: now },
      };
    const saved = { title, body, stance, revision: (now?.revision ?? 0) + 1 };
    kept.set(key, saved);
    return { saveForumDraft: { __typename: 'ForumDraftSaved', revision: saved.revision } };
  },
  DeleteForumDraft: ({ key }) => ({ deleteForumDraft: kept.delete(key as string) || true }),
};
const themes = [
  { ...consultation.themes[0]!, id: THEME },
  { ...consultation.themes[1]!, id: OTHER },
];

function open(given: MockAnswers = {}, address = `/${TOPIC}`) {
  const viewerCan = { ...EVERYTHING, manage: false, markSolved: false };
  const mine = aPost(MINE, {
    topicId: TOPIC,
    isMine: true,
    viewerCan: { ...EVERYTHING, support: false },
    body: 'Mes mots',
  });
  const calls = mockNetwork({
    ...signedIn,
    ...account,
    DebatesFrame: () => ({ consultation: { ...consultation, themes } }),
    DebateTopic: () => ({ topic: aTopic(TOPIC, { viewerCan }) }),
    DebateThread: () => aThread([aRoot(mine)]),
    TopicPropositions: () => ({ topic: { id: TOPIC, propositions: listOf([]) } }),
    ReplyToTopic: () => ({
      replyToTopic: { __typename: 'ReplyPosted', post: aPost('n', { topicId: TOPIC, isMine: true }) },
    }),
    EditPost: () => ({ editPost: { __typename: 'PostChanged', post: { ...mine, body: 'Changés' } } }),
    ...given,
  });
  close = renderRoutes(
    forumRoutes(() => null),
    `/concertations/edition/debats${address}`,
  ).close;
  return (operation: string) =>
    calls
      .filter((call) => call.operation === operation)
      .map(({ variables }) => (variables['input'] ?? variables) as Record<string, unknown>);
}
const answer = async () => {
  await user.click(await screen.findByRole('button', { name: 'Répondre au sujet' }));
  return screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Ma réponse au sujet/ });
};
const holds = (field: HTMLTextAreaElement | HTMLInputElement, words: string) =>
  waitFor(() => {
    expect(field.value).toBe(words);
  });
const press = (name: string) => user.click(screen.getByRole('button', { name }));

describe('a reply that is written', () => {
  test('is saved to the account a moment after, the latest words in one go, and says so', async () => {
    const sent = open();
    await user.type(await answer(), 'Tout à fait');
    expect(screen.getByText(ON_DEVICE).getAttribute('role')).toBe('status');
    await screen.findByText(SAVED);
    expect(sent('SaveForumDraft')).toEqual([
      { key: KEY, title: null, body: 'Tout à fait', stance: null, revision: null },
    ]);
    await user.click(screen.getByRole('radio', { name: 'D’accord' }));
    await waitFor(() => {
      expect(kept.get(KEY)).toEqual({ title: null, body: 'Tout à fait', stance: 'AGREE', revision: 2 });
    });
  });

  test('is taken up on another device, with all of it', async () => {
    kept.set(KEY, { title: null, body: 'D’ailleurs', stance: 'NUANCE', revision: 3 });
    open();
    const field = await answer();
    await holds(field, 'D’ailleurs');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Nuance' }).checked).toBe(true);
    await user.type(field, ', oui');
    await waitFor(() => {
      expect(kept.get(KEY)).toMatchObject({ body: 'D’ailleurs, oui', revision: 4 });
    });
  });

  test('is what the other device made of it since, where nothing was typed here meanwhile', async () => {
    open();
    await user.type(await answer(), 'Ici');
    await screen.findByText(SAVED);
    leave();
    kept.set(KEY, { title: null, body: 'Ici, puis là', stance: null, revision: 2 });
    open();
    await holds(await answer(), 'Ici, puis là');
  });

  test('is saved when the page is left before', async () => {
    open();
    await user.type(await answer(), 'Vite');
    await press('Fermer');
    await waitFor(() => {
      expect(kept.get(KEY)?.body).toBe('Vite');
    });
  });

  test('goes with the message that it becomes; nothing is saved after it', async () => {
    const sent = open();
    await user.type(await answer(), 'Tout à fait');
    await press('Publier la réponse');
    await screen.findByText('Le message n');
    expect(sent('ReplyToTopic')[0]).toMatchObject({ body: 'Tout à fait', draftKey: KEY });
    expect(sent('SaveForumDraft')).toEqual([]);
    expect(JSON.stringify(localStorage)).not.toContain('Tout à fait');
  });

  test('goes on when the message is refused', async () => {
    open({
      ReplyToTopic: () => ({ replyToTopic: { __typename: 'PostingRefused', code: 'LOCKED', retryAt: null } }),
    });
    await user.type(await answer(), 'Tout à fait');
    await press('Publier la réponse');
    await screen.findByText(POSTING_REFUSALS.LOCKED.replaceAll('\u00a0', ' '));
    await screen.findByText(SAVED);
    expect(kept.get(KEY)?.body).toBe('Tout à fait');
  });

  test('is thrown away when nothing is left of it', async () => {
    kept.set(KEY, { title: null, body: 'D’ailleurs', stance: null, revision: 3 });
    open();
    const field = await answer();
    await holds(field, 'D’ailleurs');
    await user.clear(field);
    await waitFor(() => {
      expect(kept.has(KEY)).toBe(false);
    });
  });

  test('is on this device only while the server does not answer, and is saved when it does', async () => {
    let isDown = true;
    const whenUp = (name: string) => (variables: Record<string, unknown>) => {
      if (isDown) throw refusal('OFFLINE');
      return account[name]?.(variables);
    };
    open({ SaveForumDraft: whenUp('SaveForumDraft') });
    await user.type(await answer(), 'Hors ligne');
    await screen.findByText(/^Brouillon gardé sur cet appareil seulement/);
    isDown = false;
    window.dispatchEvent(new Event('online'));
    await screen.findByText(SAVED);
    expect(kept.get(KEY)?.body).toBe('Hors ligne');
  });

  test.each(['TOO_LARGE', 'TOO_MANY', 'GONE'] as const)(
    'is on this device only when refused: %s',
    async (code) => {
      open({
        SaveForumDraft: () => ({ saveForumDraft: { __typename: 'ForumDraftRefused', code, kept: null } }),
      });
      await user.type(await answer(), 'Ici');
      await screen.findByText(`Brouillon gardé sur cet appareil seulement : ${DRAFT_REFUSALS[code]}`);
    },
  );

  test('is not brought back once it is gone elsewhere', async () => {
    const sent = open();
    const field = await answer();
    await user.type(field, 'Ici');
    await screen.findByText(SAVED);
    kept.clear();
    await user.type(field, ' encore');
    await screen.findByText(/envoyé ou jeté depuis un autre appareil/);
    await user.type(field, ' et encore');
    await press('Fermer');
    expect(kept.size).toBe(0);
    expect(sent('SaveForumDraft')).toHaveLength(2);
  });

  test('is a visitor’s device’s own', async () => {
    const sent = open({ ...visitor });
    await answer();
    screen.getByText(ON_DEVICE);
    expect(sent('KeptForumDraft')).toEqual([]);
  });
});

describe('a draft written on two devices', () => {
  const differ = async () => {
    kept.set(KEY, { title: null, body: 'De là-bas', stance: null, revision: 5 });
    localStorage.setItem(
      'preau:mine:forum:moi:reponse:' + TOPIC,
      JSON.stringify({ id: id('d'), fields: { body: 'D’ici' }, revision: 4 }),
    );
    const sent = open();
    const field = await answer();
    await screen.findByText('De là-bas');
    expect(field.value).toBe('D’ici');
    await user.type(field, ' même');
    expect(sent('SaveForumDraft')).toEqual([]);
    return field;
  };

  test('is the other one, when chosen', async () => {
    const field = await differ();
    await press('Reprendre l’autre version');
    await holds(field, 'De là-bas');
    screen.getByText(SAVED);
  });

  test('is this one, when chosen', async () => {
    await differ();
    await press('Garder celle-ci');
    await waitFor(() => {
      expect(kept.get(KEY)).toMatchObject({ body: 'D’ici même', revision: 6 });
    });
  });
});

describe('one’s own message', () => {
  const edit = async () => {
    const article = (await screen.findByText('Mes mots')).closest('article')!;
    const more = article.querySelector('[aria-controls]')!;
    if (more.getAttribute('aria-expanded') === 'false') await user.click(more);
    await user.click(screen.getByRole('button', { name: 'Modifier mon message' }));
    return screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Mon message/ });
  };

  test('that is changed is a draft until it is saved', async () => {
    const sent = open();
    const field = await edit();
    await user.type(field, ', mieux');
    await screen.findByText(SAVED);
    expect(kept.get(`edit:${MINE}`)?.body).toBe('Mes mots, mieux');
    await press('Enregistrer');
    await screen.findByText('Changés');
    expect(sent('EditPost')[0]).toMatchObject({ draftKey: `edit:${MINE}` });
  });

  test('whose changes are given up keeps no draft', async () => {
    open();
    await user.type(await edit(), ', mieux');
    await screen.findByText(SAVED);
    await press('Annuler les changements');
    await waitFor(() => {
      expect(kept.size).toBe(0);
    });
    expect((await edit()).value).toBe('Mes mots');
  });
});

describe('a topic to be', () => {
  test('is saved for its theme, and goes along to another one', async () => {
    open({}, '/nouveau?theme=apprendre');
    await user.type(await screen.findByLabelText(/^Titre du sujet/), 'Le réseau');
    await screen.findByText(SAVED);
    expect(kept.get(`topic:${THEME}`)).toMatchObject({ title: 'Le réseau', body: '' });
    await user.selectOptions(screen.getByLabelText(/^Thème \(/), 'egalite');
    await waitFor(() => {
      expect([...kept]).toMatchObject([[`topic:${OTHER}`, { title: 'Le réseau' }]]);
    });
  });
});

describe('images and propositions', () => {
  const image = { id: id('f'), alt: 'Une salle', width: 900, height: 600 };

  test('the images of a draft are kept in the account, and are there on another device', async () => {
    kept.set(KEY, { title: null, body: 'Voici', stance: null, images: [image], revision: 3 });
    const sent = open();
    await holds(await answer(), 'Voici');
    const alt = await screen.findByRole<HTMLInputElement>('textbox', { name: /^Description de l’image/ });
    expect(alt.value).toBe('Une salle');
    await user.type(alt, ' vide');
    await waitFor(() => {
      expect(sent('SaveForumDraft')).toEqual([
        {
          key: KEY,
          title: null,
          body: 'Voici',
          stance: null,
          images: [{ id: image.id, alt: 'Une salle vide' }],
          revision: 3,
        },
      ]);
    });
    await press('Publier la réponse');
    await waitFor(() => {
      expect(sent('ReplyToTopic')).toMatchObject([
        { images: [{ id: image.id, alt: 'Une salle vide' }], draftKey: KEY },
      ]);
    });
  });

  test('a proposition is kept in the account, taken up by its address, and gone once it is made', async () => {
    const key = `proposition:${TOPIC}`;
    kept.set(key, { title: null, body: 'Une assurance commune', stance: null, revision: 1 });
    const sent = open({}, `/${TOPIC}?brouillon=proposition`);
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Ma proposition/ });
    await holds(field, 'Une assurance commune');
    await screen.findByText(SAVED);
    await user.type(field, ' à tous les établissements');
    await waitFor(() => {
      expect(sent('SaveForumDraft')).toMatchObject([
        { key, body: 'Une assurance commune à tous les établissements', revision: 1 },
      ]);
    });
    await press('Publier la proposition');
    await waitFor(() => {
      expect(sent('ReplyToTopic')).toMatchObject([{ isProposition: true, draftKey: key }]);
    });
  });
});
