import { forgetMine, noteSession } from '@preau/ui';
import { afterEach, describe, expect, test } from '@jest/globals';
import { refusal, type MockAnswers } from '@preau/graphql/testing';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BASE, cut, kept, leave, newBrowser, receipt, refused, visit } from './test-site';

const user = userEvent.setup();
const heading = (name: string | RegExp) => screen.findByRole('heading', { name });
const press = async (name: string | RegExp) => user.click(screen.getByRole('button', { name }));

const me = { id: 'camille', displayName: 'Camille', roles: [] };
const signedIn = { Session: () => ({ me }) };
const signedOut = { Session: () => ({ me: null }) };
const names = { responseId: '4b1f3c2d-0000-8000-8000-000000000001', token: 'own-token' };
const aDraft = (answers: Record<string, unknown>, revision = 3) => ({
  revision,
  savedAt: '2026-11-22T08:00:00Z',
  answers,
});

/** What the server says of this account's answers. */
const mine = (given: { draft?: unknown; receipt?: unknown; isUnlinked?: boolean } = {}): MockAnswers => ({
  ...signedIn,
  FindMyAnswer: () => ({ myAnswer: { ...names, draft: null, receipt: null, isUnlinked: false, ...given } }),
  ReadDraft: ({ token }) => ({
    draft: given.draft && token === names.token ? { questionnaireId: 'q1', ...given.draft } : null,
  }),
  SaveDraft: (variables) => {
    const { revision } = (variables as { input: { revision: number | null } }).input;
    const saved = { token: names.token, revision: (revision ?? 0) + 1, savedAt: '2026-11-22T09:42:00Z' };
    return { saveDraft: { __typename: 'DraftSaved', ...saved } };
  },
});
const onDevice = () => JSON.stringify({ ...localStorage });
const chosen = async (name: string) => (await screen.findByRole<HTMLInputElement>('radio', { name })).checked;

afterEach(newBrowser);

describe('somebody signed in', () => {
  test('takes up on this device the draft begun on another, without a link', async () => {
    visit(BASE, mine({ draft: aDraft({ role: 'parent' }) }));
    await heading('Vous avez commencé à répondre');
    expect(screen.getByText(/gardées avec votre compte, sans y être reliées/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Une autre personne/ })).toBeNull();
    await user.click(await screen.findByRole('link', { name: 'Reprendre où j’en étais' }));
    await heading('Vos idées');
    await press('Précédent');
    expect(await chosen('Parent')).toBe(true);
  });

  test('saves under the account’s own names and sends once, telling nothing of the device', async () => {
    const { sent } = visit(`${BASE}/repondre/profile`, mine());
    await waitFor(() => expect(sent('FindMyAnswer')).toHaveLength(1));
    await user.click(await screen.findByRole('radio', { name: 'Parent' }));
    await press('Suivant');
    await heading('Vos idées');
    expect(sent('SaveDraft')[0]?.variables).toMatchObject({
      input: { token: names.token, revision: null, answers: { role: 'parent' } },
    });
    await press('Vérifier mes réponses');
    await heading('Vérifiez vos réponses');
    await press('Envoyer mes réponses');
    await heading('Merci, votre réponse est enregistrée');
    expect(sent('SubmitResponse')[0]?.variables).toMatchObject({
      input: {
        id: names.responseId,
        draftToken: names.token,
        deviceToken: null,
        answers: { role: 'parent' },
      },
    });
    expect(screen.getByRole('heading', { name: 'Dans votre espace' })).toBeTruthy();
    expect(onDevice()).not.toContain(receipt.code);
  });

  test('is told where to find the answers instead of a link', async () => {
    visit(`${BASE}/repondre/profile`, mine({ draft: aDraft({ role: 'parent' }) }));
    await waitFor(async () => expect(await chosen('Parent')).toBe(true));
    await press('Continuer plus tard');
    await heading('Continuer plus tard');
    expect(screen.getByText(/connectez-vous sur n’importe quel appareil/)).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: /lien personnel/ })).toBeNull();
  });

  test('who has answered is told so, on every page, and reads or amends from there', async () => {
    visit(`${BASE}/repondre/profile`, mine({ receipt }));
    await heading('Vous avez déjà répondu');
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Commencer' })).toBeNull();
    await press('Relire ou modifier ma réponse');
    await heading('Votre réponse');
    expect(screen.getByText('Des livres')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Modifier mes réponses' })).toBeTruthy();
  });

  test('whose answer is joined to nobody any more is told so, on every page, and cannot begin another', async () => {
    visit(`${BASE}/repondre/profile`, mine({ isUnlinked: true }));
    await heading('Une réponse a déjà été envoyée');
    expect(screen.getByText(/sans lien avec votre compte/)).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Commencer' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Ouvrir une réponse avec son code' })).toBeTruthy();
  });

  test('who asked for the deletion of the account while answering is told at the next save', async () => {
    let isUnlinked = false;
    const { sent } = visit(`${BASE}/repondre/profile`, {
      ...mine(),
      FindMyAnswer: () => ({ myAnswer: { ...names, draft: null, receipt: null, isUnlinked } }),
      SaveDraft: () => ({
        saveDraft: { __typename: 'DraftRefused', code: 'ANSWER_UNLINKED', keptRevision: null, limit: null },
      }),
    });
    await waitFor(() => expect(sent('FindMyAnswer')).toHaveLength(1));
    await user.click(await screen.findByRole('radio', { name: 'Parent' }));
    isUnlinked = true;
    await press('Suivant');
    await heading('Une réponse a déjà été envoyée');
    await heading('Ce que vous avez écrit ici n’a pas été envoyé');
  });

  test('keeps the receipt in reach', async () => {
    noteSession(true);
    visit(`${BASE}/recepisse`, mine({ receipt }));
    expect(await screen.findByText(receipt.code)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /effacer le récépissé/ })).toBeNull();
  });

  test('who sends other answers than those already sent from elsewhere finds these again', async () => {
    let asked = 0;
    visit(`${BASE}/repondre/profile`, {
      ...mine({ draft: aDraft({ role: 'parent' }) }),
      FindMyAnswer: () => {
        asked += 1;
        const draft = aDraft({ role: 'parent' });
        return {
          myAnswer: {
            ...names,
            isUnlinked: false,
            ...(asked === 1 ? { draft, receipt: null } : { draft: null, receipt }),
          },
        };
      },
      SubmitResponse: () => ({ submitResponse: refused('ALREADY_ANSWERED') }),
    });
    await waitFor(async () => expect(await chosen('Parent')).toBe(true));
    await press('Suivant');
    await user.type(await screen.findByRole('textbox', { name: 'Une idée ?' }), 'Autre');
    await press('Vérifier mes réponses');
    await heading('Vérifiez vos réponses');
    await press('Envoyer mes réponses');
    await heading('Vous avez déjà répondu');
    await heading('Ce que vous avez écrit ici n’a pas été envoyé');
    await press('Effacer ce brouillon');
    expect(screen.queryByRole('heading', { name: /n’a pas été envoyé/ })).toBeNull();
  });

  test('an account that cannot be read says so and tries again', async () => {
    let isDown = true;
    visit(BASE, {
      ...mine({ receipt }),
      FindMyAnswer: () => {
        if (isDown) throw refusal('INTERNAL');
        return { myAnswer: { ...names, draft: null, receipt, isUnlinked: false } };
      },
    });
    await screen.findByText(/Le site a rencontré une erreur/);
    isDown = false;
    await press('Réessayer');
    await heading('Vous avez déjà répondu');
  });
});

describe('answers begun on this device before signing in', () => {
  const begin = async (choice: string) => {
    visit(`${BASE}/repondre/profile`, signedOut);
    await user.click(await screen.findByRole('radio', { name: choice }));
    leave();
  };

  test('join those of the account when their author says so', async () => {
    await begin('Parent');
    const { sent } = visit(BASE, mine({ draft: aDraft({ idea: 'ailleurs' }) }));
    await heading('Des réponses ont été commencées sur cet appareil');
    await press(/Ce sont les miennes/);
    await waitFor(() => expect(sent('SaveDraft')).toHaveLength(1));
    expect(sent('SaveDraft')[0]?.variables).toMatchObject({
      input: { token: names.token, revision: 3, answers: { role: 'parent', idea: 'ailleurs' } },
    });
    expect(kept('draft')).toEqual({ ended: true });
    expect(screen.queryByRole('heading', { name: /commencées sur cet appareil/ })).toBeNull();
  });

  test('where they differ, the person chooses question by question', async () => {
    await begin('Parent');
    const { sent } = visit(BASE, mine({ draft: aDraft({ role: 'teacher', screens: 'no' }) }));
    await heading('Des réponses ont été commencées sur cet appareil');
    await press(/Ce sont les miennes/);
    await user.click(await screen.findByRole('link', { name: /Reprendre|Vérifier/ }));
    await user.click(await screen.findByRole('link', { name: 'Choisir les réponses à garder' }));
    await heading('Deux versions de vos réponses');
    await press('Tout prendre de l’autre appareil');
    await press('Garder ces réponses');
    await waitFor(() => expect(kept('draft')).toEqual({ ended: true }));
    expect(sent('SaveDraft')).toHaveLength(0);
  });

  test('are somebody else’s until then: nothing of them is shown or sent', async () => {
    await begin('Parent');
    const { sent } = visit(BASE, mine());
    await heading('Des réponses ont été commencées sur cet appareil');
    await user.click(await screen.findByRole('link', { name: 'Commencer' }));
    expect(await chosen('Parent')).toBe(false);
    await user.click(await screen.findByRole('radio', { name: 'Enseignante' }));
    await press('Suivant');
    await heading('En classe');
    expect(sent('SaveDraft')[0]?.variables).toMatchObject({ input: { answers: { role: 'teacher' } } });
    leave();
    visit(BASE, signedOut);
    await heading('Vous avez commencé à répondre');
    expect(kept('draft')).toMatchObject({ answers: { role: 'parent' } });
  });

  test('that were being sent go out as they were', async () => {
    await begin('Parent');
    visit(`${BASE}/verifier`, { ...signedOut, SubmitResponse: cut });
    await heading('Vérifiez vos réponses');
    await press('Envoyer mes réponses');
    await heading('Vos réponses attendent le réseau');
    const before = kept('draft') as { responseId: string };
    leave();
    const { sent } = visit(`${BASE}/verifier`, mine());
    await heading('Merci, votre réponse est enregistrée');
    expect(sent('SubmitResponse')[0]?.variables).toMatchObject({ input: { id: before.responseId } });
    expect(sent('FindMyAnswer')).toHaveLength(0);
  });
});

describe('a shared computer', () => {
  const answerSignedIn = async () => {
    visit(`${BASE}/repondre/profile`, mine({ draft: aDraft({ role: 'parent', idea: 'mon secret' }) }));
    await waitFor(async () => expect(await chosen('Parent')).toBe(true));
  };

  test('after signing out, holds nothing of the account’s answers', async () => {
    await answerSignedIn();
    expect(onDevice()).toContain('mon secret');
    forgetMine();
    leave();
    expect(onDevice()).not.toContain('mon secret');
    expect(onDevice()).not.toContain(names.token);
    visit(BASE, signedOut);
    await screen.findByRole('link', { name: 'Commencer' });
  });

  test('a tab left open stops showing them and does not write them again', async () => {
    await answerSignedIn();
    forgetMine();
    const key = Object.keys(localStorage).find((one) => one.includes(names.responseId)) ?? '';
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key })));
    await screen.findByRole('heading', { level: 1, name: 'Votre avis' });
    leave();
    expect(onDevice()).not.toContain('mon secret');
  });

  test('another account never meets them', async () => {
    await answerSignedIn();
    leave();
    const other = { responseId: '4b1f3c2d-0000-8000-8000-000000000002', token: 'their-token' };
    visit(BASE, { ...mine(), FindMyAnswer: () => ({ myAnswer: { ...other, draft: null, receipt: null } }) });
    await screen.findByRole('link', { name: 'Commencer' });
    expect(screen.queryByRole('heading', { name: /commencé/ })).toBeNull();
  });

  test('without a network, a reload finds the account’s answers again', async () => {
    await answerSignedIn();
    leave();
    visit(BASE, { Session: cut, FindMyAnswer: cut, SaveDraft: cut, ReadDraft: cut });
    await heading('Vous avez commencé à répondre');
  });
});

test('a visitor waits for no session', async () => {
  const never = new Promise<never>(() => undefined);
  const { sent } = visit(BASE, { Session: () => never });
  await screen.findByRole('link', { name: 'Commencer' });
  expect(sent('FindMyAnswer')).toHaveLength(0);
});
