import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { loadMarkdown } from '@preau/ui';
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { OWN_POST_REFUSALS, SUPPORT_REFUSALS } from '../messages';
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
  type TestPost,
} from '../test-data';

configure({ asyncUtilTimeout: 3_000 });
// Messages are then read at once, and their elements stay the same.
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

const mine = aPost('m', {
  isMine: true,
  viewerCan: { ...EVERYTHING, support: false },
  revisionCount: 1,
  body: 'Mes mots',
});
const other = aPost('o', { viewerCan: { ...EVERYTHING, edit: false, delete: false }, supports: 4 });

function open(given: MockAnswers = {}, posts: readonly TestPost[] = [mine, other]) {
  const calls = mockNetwork({
    ...signedIn,
    DebatesFrame: () => ({ consultation }),
    DebateTopic: () => ({ topic: aTopic('sujet') }),
    DebateThread: () => aThread(posts.map((post) => aRoot(post))),
    ...given,
  });
  const shown = renderRoutes(
    forumRoutes(() => null),
    '/concertations/edition/debats/sujet',
  );
  close = shown.close;
  return {
    variablesOf: (operation: string) =>
      calls.filter((call) => call.operation === operation).map(({ variables }) => variables),
  };
}
const articleOf = async (words: string) => (await screen.findByText(words)).closest('article')!;
const unfold = async (article: HTMLElement) => {
  await user.click(within(article).getByRole('button', { name: /^Plus/ }));
};
const press = (name: RegExp | string) => user.click(screen.getByRole('button', { name }));
const said = () => document.querySelector('.preau-said [role="status"]')?.textContent;

describe('supporting a message', () => {
  test('counts once pressed, says so, and is taken back by the same button', async () => {
    let supports = 4;
    const counted = (change: number) => () => {
      supports += change;
      const post = { ...other, supports, isSupported: change > 0 };
      return { __typename: 'SupportCounted', post };
    };
    const { variablesOf } = open({
      GiveSupport: () => ({ giveSupport: counted(1)() }),
      WithdrawSupport: () => ({ withdrawSupport: counted(-1)() }),
    });
    const name = 'Soutenir le message d’Auteur o, 4\u00a0soutiens';
    await user.click(await screen.findByRole('button', { name, pressed: false }));
    const pressed = await screen.findByRole('button', { name: /5\u00a0soutiens/, pressed: true });
    expect(said()).toBe('Votre soutien est compté.');
    expect(document.activeElement).toBe(pressed);
    await user.click(pressed);
    await screen.findByRole('button', { name: /4\u00a0soutiens/, pressed: false });
    expect(said()).toBe('Votre soutien est retiré.');
    expect(variablesOf('GiveSupport')).toEqual([{ postId: 'o' }]);
    expect(variablesOf('WithdrawSupport')).toEqual([{ postId: 'o' }]);
  });

  test('is not offered for one’s own, nor to those who may not: the count is read', async () => {
    open({}, [{ ...mine, supports: 1 }]);
    expect((await articleOf('Mes mots')).textContent).toContain('1\u00a0soutien');
    expect(screen.queryByRole('button', { name: /^Soutenir/ })).toBeNull();
  });

  test.each(Object.entries(SUPPORT_REFUSALS))('refused: %s', async (code, sentence) => {
    open({ GiveSupport: () => ({ giveSupport: { __typename: 'SupportRefused', code } }) });
    await user.click(await screen.findByRole('button', { name: /^Soutenir/ }));
    await waitFor(() => {
      expect(said()).toBe(sentence);
    });
    screen.getByRole('button', { name: /^Soutenir/, pressed: false });
  });

  test('that could not be sent says so', async () => {
    open({
      GiveSupport: () => {
        throw refusal('OFFLINE');
      },
    });
    await user.click(await screen.findByRole('button', { name: /^Soutenir/ }));
    await waitFor(() => {
      expect(said()).toMatch(/La connexion au serveur ne répond pas/);
    });
  });
});

describe('one’s own message', () => {
  const changed = (given: object) => ({ __typename: 'PostChanged', post: { ...mine, ...given } });

  test('is changed in its place; the focus comes back to it', async () => {
    const { variablesOf } = open({
      EditPost: () => ({
        editPost: changed({ body: 'Mes mots, mieux', revisionCount: 2, editedAt: '2026-11-22T09:00:00Z' }),
      }),
    });
    await unfold(await articleOf('Mes mots'));
    await press('Modifier mon message');
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Mon message/ });
    expect(document.activeElement).toBe(field);
    expect(field.value).toBe('Mes mots');
    await user.type(field, ', mieux');
    await press('Enregistrer');
    const article = await articleOf('Mes mots, mieux');
    expect(variablesOf('EditPost')).toEqual([
      { input: { id: 'm', revision: 1, body: 'Mes mots, mieux', images: [], title: null } },
    ]);
    expect(document.activeElement).toBe(within(article).getByRole('heading'));
    expect(said()).toMatch(/modifié/);
    expect(article.textContent).toContain('modifié');
  });

  test('given up, is as it was, and the control that opened it has the focus', async () => {
    open();
    await unfold(await articleOf('Mes mots'));
    await press('Modifier mon message');
    await user.type(screen.getByRole('textbox', { name: /Mon message/ }), ' jetés');
    await press('Annuler les changements');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Modifier mon message' }));
    await press('Modifier mon message');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Mon message/ }).value).toBe('Mes mots');
  });

  test.each(Object.entries(OWN_POST_REFUSALS))('not changed: %s', async (code, sentence) => {
    open({ EditPost: () => ({ editPost: { __typename: 'PostChangeRefused', code } }) });
    await unfold(await articleOf('Mes mots'));
    await press('Modifier mon message');
    await press('Enregistrer');
    const alerts = await screen.findAllByText(seen(sentence));
    expect(alerts.some((alert) => alert.closest('[role="alert"]'))).toBe(true);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Mon message/ }).value).toBe('Mes mots');
  });

  test('is deleted once it is confirmed; its trace has the focus', async () => {
    const { variablesOf } = open({
      DeletePost: () => ({
        deletePost: changed({
          status: 'DELETED',
          body: null,
          author: null,
          viewerCan: { reply: false, edit: false, delete: false, support: false },
        }),
      }),
    });
    await unfold(await articleOf('Mes mots'));
    await press('Supprimer mon message');
    const question = screen.getByRole('group', { name: /Supprimer ce message/ });
    expect(document.activeElement).toBe(question);
    await press('Garder');
    expect(variablesOf('DeletePost')).toEqual([]);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Supprimer mon message' }));
    await press('Supprimer mon message');
    await press('Supprimer définitivement');
    const trace = await screen.findByText('Ce message a été supprimé par son auteur.');
    expect(document.activeElement).toBe(within(trace.closest('article')!).getByRole('heading'));
    expect(screen.queryByText('Mes mots')).toBeNull();
  });

  test('that could not be deleted says why', async () => {
    open({ DeletePost: () => ({ deletePost: { __typename: 'PostChangeRefused', code: 'UNKNOWN_POST' } }) });
    await unfold(await articleOf('Mes mots'));
    await press('Supprimer mon message');
    await press('Supprimer définitivement');
    const alert = await screen.findByText(seen(OWN_POST_REFUSALS.UNKNOWN_POST));
    expect(document.activeElement).toBe(alert.parentElement);
  });

  test('of others, offers neither', async () => {
    open({}, [other]);
    await unfold(await articleOf('Le message o'));
    expect(screen.queryByRole('button', { name: /Modifier|Supprimer|Historique/ })).toBeNull();
  });
});

describe('any message', () => {
  test('shows how it changed, word by word, and in words', async () => {
    const { variablesOf } = open({
      PostHistory: () => ({
        post: {
          id: 'm',
          body: 'le réseau est rapide',
          editedAt: '2026-11-22T09:00:00Z',
          revisions: listOf([
            { revision: 0, title: null, body: 'le réseau est lent', writtenAt: '2026-11-21T09:00:00Z' },
          ]),
        },
      }),
    });
    await unfold(await articleOf('Mes mots'));
    await press(/^Historique des modifications/);
    const history = await screen.findByRole('group', { name: 'Historique des modifications' });
    await within(history).findByText('rapide', { exact: false, selector: 'ins' });
    expect(history.querySelector('del')?.textContent).toBe(' [retiré\u00a0: lent] ');
    expect(history.querySelector('ins')?.textContent).toBe(' [ajouté\u00a0: rapide] ');
    expect(variablesOf('PostHistory')).toEqual([{ id: 'm' }]);
    await press('Fermer l’historique');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Historique/ }));
  });

  test('gives its address', async () => {
    open();
    await unfold(await articleOf('Le message o'));
    await press('Copier le lien vers le message d’Auteur o');
    await waitFor(() => {
      expect(said()).toBe('Le lien vers ce message est copié.');
    });
    expect(await navigator.clipboard.readText()).toBe(
      'http://localhost/concertations/edition/debats/sujet/messages/o',
    );
  });
});

describe('one’s own topic', () => {
  const own = aTopic('sujet', {
    isMine: true,
    viewerCan: { ...EVERYTHING, support: false, manage: false, markSolved: false },
  });
  const openOwn = async (given: MockAnswers) => {
    const seenBy = open({ DebateTopic: () => ({ topic: own }), ...given });
    await unfold(await screen.findByRole('region', { name: 'Message d’ouverture' }));
    return seenBy;
  };

  test('is changed with its title, each fault beside its field', async () => {
    let title = own.title;
    const { variablesOf } = await openOwn({
      DebateTopic: () => ({ topic: { ...own, title } }),
      EditPost: ({ input }) => {
        title = (input as { title: string }).title;
        return { editPost: { __typename: 'PostChanged', post: aPost('sujet', { depth: 0, isMine: true }) } };
      },
    });
    await press('Modifier mon message');
    const field = screen.getByLabelText<HTMLInputElement>(/Titre du sujet/);
    await user.clear(field);
    await user.clear(screen.getByRole('textbox', { name: /Mon message/ }));
    await press('Enregistrer');
    const summary = await screen.findByText('2 champs sont à revoir');
    expect(document.activeElement).toBe(summary.parentElement);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await user.type(field, 'Un meilleur titre');
    await user.type(screen.getByRole('textbox', { name: /Mon message/ }), 'De meilleurs mots');
    await press('Enregistrer');
    await screen.findByRole('heading', { level: 1, name: 'Un meilleur titre' });
    expect(variablesOf('EditPost')).toEqual([
      {
        input: {
          id: 'sujet',
          revision: 0,
          title: 'Un meilleur titre',
          body: 'De meilleurs mots',
          images: [],
        },
      },
    ]);
  });

  test('is deleted once told what becomes of its replies', async () => {
    const { variablesOf } = await openOwn({
      DeletePost: () => ({
        deletePost: {
          __typename: 'PostChanged',
          post: aPost('sujet', { depth: 0, status: 'DELETED', body: null, author: null, isMine: true }),
        },
      }),
    });
    await press('Supprimer mon message');
    expect(screen.getByRole('group', { name: /Les réponses des autres restent/ })).toBeTruthy();
    await press('Supprimer définitivement');
    expect(await screen.findByText('Ce message a été supprimé par son auteur.')).toBeTruthy();
    expect(variablesOf('DeletePost')).toEqual([{ id: 'sujet' }]);
  });
});

describe('Escape closes what was opened, and the focus goes back', () => {
  const at = (name: RegExp | string, inside: HTMLElement) => within(inside).getByRole('button', { name });

  test('the form of a reply: what is typed is there when it is opened again', async () => {
    open();
    const article = await articleOf(other.body);
    await user.click(at(/^Répondre à/, article));
    const field = await within(article).findByRole<HTMLTextAreaElement>('textbox', { name: /^Répondre à/ });
    await user.type(field, 'Tout à fait');
    await user.keyboard('{Escape}');
    expect(within(article).queryByRole('textbox')).toBeNull();
    expect(document.activeElement).toBe(at(/^Répondre à/, article));
    await user.keyboard('{Enter}');
    const again = await within(article).findByRole<HTMLTextAreaElement>('textbox', { name: /^Répondre à/ });
    expect(again.value).toBe('Tout à fait');
  });

  test('not while a character is being composed', async () => {
    open();
    const article = await articleOf(other.body);
    await user.click(at(/^Répondre à/, article));
    const field = await within(article).findByRole('textbox', { name: /^Répondre à/ });
    fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
    expect(within(article).getByRole('textbox', { name: /^Répondre à/ })).toBe(field);
  });

  test('more actions, and the question one of them asked', async () => {
    open();
    const article = await articleOf('Mes mots');
    await unfold(article);
    await user.click(at('Supprimer mon message', article));
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(at('Supprimer mon message', article));
    await user.keyboard('{Escape}');
    const more = at(/^Plus/, article);
    expect(document.activeElement).toBe(more);
    expect(more.getAttribute('aria-expanded')).toBe('false');
  });

  test('the answer to the topic', async () => {
    open({
      DebateTopic: () => ({ topic: aTopic('sujet', { viewerCan: { ...EVERYTHING, manage: false } }) }),
    });
    await user.click(await screen.findByRole('button', { name: 'Répondre au sujet' }));
    await screen.findByRole('textbox', { name: /^Ma réponse au sujet/ });
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox', { name: /^Ma réponse au sujet/ })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Répondre au sujet' }));
  });
});
