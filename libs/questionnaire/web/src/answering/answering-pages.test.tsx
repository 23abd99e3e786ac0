import { afterEach, describe, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aForm, BASE, cut, kept, leave, newBrowser, receipt, refused, visit } from './test-site';

const user = userEvent.setup();
const title = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
/** A new page: its title is there and has the focus. */
const focusedTitle = async (name: string | RegExp) => {
  const heading = await title(name);
  expect(document.activeElement).toBe(heading);
};
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const link = (name: string | RegExp) => screen.findByRole('link', { name });
const press = async (name: string | RegExp) => user.click(button(name));
const review = 'Vérifiez vos réponses';
const send = 'Envoyer mes réponses';

/** A parent who has answered both parts, on the page that sends. */
async function reviewed(given: Parameters<typeof visit>[1] = {}, idea = 'Des livres') {
  const site = visit(`${BASE}/repondre/profile`, given);
  await user.click(await screen.findByRole('radio', { name: 'Parent' }));
  await press('Suivant');
  await user.type(await screen.findByRole('textbox', { name: 'Une idée ?' }), idea);
  await press('Vérifier mes réponses');
  await title(review);
  return site;
}

afterEach(newBrowser);

describe('introduction', () => {
  test('says how long it takes and until when, and begins at the first part', async () => {
    visit(BASE);
    await title('Votre avis');
    expect(screen.getByText('Environ 1 minute, 3 parties, sans créer de compte.')).toBeTruthy();
    expect(screen.getByText(/Ouvert jusqu’au 20 décembre 2099 à 23:59/)).toBeTruthy();
    await user.click(await link('Commencer'));
    await focusedTitle('Vous');
    expect(document.title).toBe('Vous (étape 1 sur 3) — Votre avis — Préau');
  });

  test.each([
    ['not open yet', { opensAt: '2098-01-01T08:00:00Z' }, 'Ce questionnaire n’est pas encore ouvert'],
    ['closed', { closesAt: '2026-11-02T08:00:00Z' }, 'Ce questionnaire est fermé'],
  ])('%s: says so, and no page asks anything', async (_, dates, words) => {
    const closed = { AnswerForm: () => aForm({ ...dates, viewerCan: { answer: false } }) };
    visit(`${BASE}/repondre/profile`, closed);
    await screen.findByRole('heading', { name: words });
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Commencer' })).toBeNull();
  });

  test('an address that is none says so', async () => {
    visit(BASE, { AnswerForm: () => ({ questionnaire: null }) });
    await title('Ce questionnaire n’existe pas');
  });

  test('a draft is taken up where it was left', async () => {
    visit(`${BASE}/repondre/profile`);
    await user.click(await screen.findByRole('radio', { name: 'Parent' }));
    leave();
    visit(BASE);
    await screen.findByRole('heading', { name: 'Vous avez commencé à répondre' });
    await user.click(await link('Reprendre où j’en étais'));
    await title('Vos idées');
  });

  test('somebody else starts afresh, once what goes has been said', async () => {
    visit(`${BASE}/repondre/profile`);
    await user.click(await screen.findByRole('radio', { name: 'Parent' }));
    leave();
    const before = kept('device');
    visit(BASE);
    await user.click(
      await screen.findByRole('button', { name: 'Une autre personne répond sur cet appareil' }),
    );
    expect(document.activeElement?.textContent).toMatch(/Laisser la place/);
    await press('Annuler');
    expect(document.activeElement).toBe(button(/Une autre personne/));
    await press(/Une autre personne/);
    await press('Effacer et commencer');
    expect(await screen.findByRole<HTMLInputElement>('radio', { name: 'Parent' })).toHaveProperty(
      'checked',
      false,
    );
    expect(kept('draft')).toEqual({ ended: true });
    expect(kept('device')?.token).not.toBe(before?.token);
  });
});

describe('a part', () => {
  test('asks for what is missing in a summary that takes the focus and leads to the field', async () => {
    visit(`${BASE}/repondre/profile`);
    await title('Vous');
    await press('Suivant');
    const summary = await screen.findByRole('heading', { name: 'Une réponse est à revoir' });
    expect(document.activeElement).toBe(summary.closest('[role=alert]'));
    await user.click(screen.getByRole('link', { name: /Qui êtes-vous \?\s: Choisissez une réponse/ }));
    expect(document.activeElement).toBe(screen.getByRole('group', { name: /Qui êtes-vous/ }));
    await user.tab();
    await user.keyboard(' ');
    expect(screen.queryByText('Choisissez une réponse.')).toBeNull();
  });

  test('a question that appears is announced, and checked by its pattern', async () => {
    visit(`${BASE}/repondre/profile`);
    await user.click(await screen.findByRole('radio', { name: 'Enseignante' }));
    expect((await screen.findByText(/Une question s’ajoute/)).textContent).toContain('Depuis quand');
    await user.type(screen.getByRole('textbox', { name: 'Depuis quand ?' }), '20x9');
    await waitFor(async () => {
      await press('Suivant');
      expect(screen.getAllByText(/Écrivez l’année en quatre chiffres/).length).toBeGreaterThan(0);
    });
    await user.clear(screen.getByRole('textbox', { name: 'Depuis quand ?' }));
    await press('Suivant');
    await focusedTitle('En classe');
  });

  test('optional questions never hold anybody back; hidden parts are passed over both ways', async () => {
    visit(`${BASE}/repondre/class`);
    await title('Vos idées');
    await press('Précédent');
    await user.click(await screen.findByRole('radio', { name: 'Parent' }));
    await press('Suivant');
    await title('Vos idées');
    await press('Vérifier mes réponses');
    await title(review);
  });

  test('is saved on the server when it is left, and the personal link is offered', async () => {
    const { sent } = visit(`${BASE}/repondre/profile`);
    await user.click(await screen.findByRole('radio', { name: 'Parent' }));
    await press('Continuer plus tard');
    await title('Continuer plus tard');
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: /Votre lien personnel/ });
    expect(field.value).toBe('http://localhost/reprendre#a-token');
    expect(sent('SaveDraft')[0]?.variables).toEqual({
      input: { questionnaireId: 'q1', version: 2, token: null, revision: null, answers: { role: 'parent' } },
    });
    expect(await screen.findByText(/Enregistré à \d\d:\d\d/)).toBeTruthy();
    await press('Copier le lien');
    expect(await screen.findByText('Lien copié.')).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe('http://localhost/reprendre#a-token');
    await press('Revenir au questionnaire');
    await title('Vous');
  });

  test.each([
    ['TOO_LARGE', /trop longs pour être gardés en ligne \(64.kilo-octets au plus\)/],
    ['TOO_MANY_DRAFTS', /Trop de brouillons/],
    ['CLOSED', /vient de se fermer/],
  ])('a draft the server does not keep (%s) is said', async (code, words) => {
    visit(`${BASE}/repondre/profile`, {
      SaveDraft: () => ({
        saveDraft: { __typename: 'DraftRefused', code, keptRevision: null, limit: 65_536 },
      }),
    });
    await user.click(await screen.findByRole('radio', { name: 'Parent' }));
    await press('Suivant');
    expect((await screen.findByText(words)).textContent).toContain('reste sur cet appareil');
    expect(kept('draft')?.answers).toEqual({ role: 'parent' });
  });

  test('goes on without a network, and says so', async () => {
    visit(`${BASE}/repondre/profile`, { SaveDraft: cut });
    await user.click(await screen.findByRole('radio', { name: 'Parent' }));
    await press('Suivant');
    await title('Vos idées');
    expect(await screen.findByText(/Pas de connexion avec le serveur/)).toBeTruthy();
    expect(kept('draft')?.answers).toEqual({ role: 'parent' });
  });
});

describe('two versions', () => {
  test('are shown question by question, and the one that is kept is chosen', async () => {
    const { sent } = visit(`${BASE}/repondre/profile`, {
      SaveDraft: ({ input }) => {
        const { token, revision } = input as { token: string | null; revision: number | null };
        if (token !== null && revision === 1) {
          return {
            saveDraft: { __typename: 'DraftRefused', code: 'STALE_REVISION', keptRevision: 7, limit: null },
          };
        }
        const saved = { token: 'a-token', revision: (revision ?? 0) + 1, savedAt: '2026-11-22T09:42:00Z' };
        return { saveDraft: { __typename: 'DraftSaved', ...saved } };
      },
      ReadDraft: () => ({
        draft: {
          questionnaireId: 'q1',
          revision: 7,
          savedAt: '2026-11-22T09:50:00Z',
          answers: { role: 'teacher', screens: 'no' },
        },
      }),
    });
    await user.click(await screen.findByRole('radio', { name: 'Parent' }));
    await press('Suivant');
    await user.type(await screen.findByRole('textbox', { name: 'Une idée ?' }), 'Des livres');
    await press('Vérifier mes réponses');
    expect((await screen.findByText(/modifiées sur un autre appareil/)).textContent).toContain(
      '3\u00a0questions diffèrent',
    );
    expect(button(send)).toHaveProperty('disabled', true);
    await user.click(await link('Choisir les réponses à garder'));
    await title('Deux versions de vos réponses');
    const role = within(screen.getByRole('group', { name: 'Qui êtes-vous ?' }));
    expect(role.getByRole<HTMLInputElement>('radio', { name: /Ici.*Parent/ }).checked).toBe(true);
    await user.click(role.getByRole('radio', { name: /Sur l’autre appareil.*Enseignante/ }));
    await press('Garder ces réponses');
    await title(review);
    await waitFor(() =>
      expect(sent('SaveDraft').at(-1)?.variables).toMatchObject({
        input: { token: 'a-token', revision: 7, answers: { role: 'teacher', idea: 'Des livres' } },
      }),
    );
    expect(button(send)).toHaveProperty('disabled', false);
  });
});

describe('review', () => {
  test('shows every answer, says that nothing is sent, and leads back to each question', async () => {
    await reviewed();
    expect(screen.getByRole('heading', { name: 'Vous n’avez pas encore envoyé vos réponses' })).toBeTruthy();
    expect(screen.getAllByRole('definition').map((one) => one.textContent)).toEqual([
      'Parent',
      'Modifier la réponse à «\u00a0Qui êtes-vous ?\u00a0»',
      'Des livres',
      'Modifier la réponse à «\u00a0Une idée ?\u00a0»',
    ]);
    await user.click(screen.getByRole('link', { name: /Modifier la réponse à .*Une idée/ }));
    await title('Vos idées');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Une idée ?' })),
    );
    await press('Revenir à la vérification');
    await title(review);
  });

  test('says what is missing, and does not send', async () => {
    const { sent } = visit(`${BASE}/repondre/ideas`);
    await user.type(await screen.findByRole('textbox', { name: 'Une idée ?' }), 'Des livres');
    await press('Vérifier mes réponses');
    await screen.findByRole('heading', { name: 'Une réponse est à revoir avant l’envoi' });
    await press(send);
    expect(document.activeElement?.id).toBe('faults');
    await user.click(screen.getByRole('link', { name: /Qui êtes-vous \?\s: Choisissez une réponse/ }));
    await title('Vous');
    // Asked from the review: the fault is beside the field at once.
    expect(screen.getByText('Choisissez une réponse.')).toBeTruthy();
    expect(sent('SubmitResponse')).toEqual([]);
  });

  test('personal data is pointed out, and sent if the person means it', async () => {
    const { sent } = await reviewed({}, 'Appelez Mme Durand au 06 12 34 56 78');
    const warning = within(screen.getByRole('region', { name: /informations personnelles/ }));
    expect(warning.getByRole('listitem').textContent).toContain(
      'le nom d’une personne («\u00a0Mme Durand\u00a0»)',
    );
    expect(warning.getByRole('listitem').textContent).toContain(
      'un numéro de téléphone («\u00a006 12 34 56 78\u00a0»)',
    );
    await press(send);
    expect(warning.getByRole('checkbox').getAttribute('aria-invalid')).toBe('true');
    expect(sent('SubmitResponse')).toEqual([]);
    await user.click(warning.getByRole('checkbox', { name: /tels quels/ }));
    await press(send);
    await title(/Merci/);
  });
});

describe('sending', () => {
  test('gives the receipt, keeps it on the device until it is cleared, and lets the draft go', async () => {
    const { sent } = await reviewed();
    const id = kept('draft')?.responseId;
    await press(send);
    await focusedTitle('Merci, votre réponse est enregistrée');
    expect(screen.getByText(receipt.code)).toBeTruthy();
    expect(sent('SubmitResponse').map((call) => call.variables)).toEqual([
      {
        input: {
          id,
          questionnaireId: 'q1',
          version: 2,
          answers: { role: 'parent', idea: 'Des livres' },
          draftToken: 'a-token',
          deviceToken: kept('device')?.token,
        },
      },
    ]);
    expect(kept('draft')).toEqual({ ended: true });
    leave();
    visit(BASE);
    await screen.findByRole('heading', { name: 'Vous avez déjà répondu depuis cet appareil' });
    await user.click(await link('Revoir mon récépissé'));
    await user.click(await screen.findByRole('button', { name: /effacer le récépissé de cet appareil/ }));
    await screen.findByRole('heading', { name: 'Vous avez déjà répondu depuis cet appareil' });
    expect(screen.queryByRole('link', { name: 'Revoir mon récépissé' })).toBeNull();
    expect(kept('receipt')).toBeNull();
  });

  test('without a network the answers wait, unchanged, and leave at the next visit under the same id', async () => {
    const first = await reviewed({ SubmitResponse: cut });
    await press(send);
    await screen.findByRole('heading', { name: 'Vos réponses attendent le réseau' });
    expect(screen.queryByRole('link', { name: /Modifier la réponse/ })).toBeNull();
    leave();
    const { sent } = visit(`${BASE}/verifier`);
    await title('Merci, votre réponse est enregistrée');
    expect(sent('SubmitResponse').map((call) => call.variables)).toEqual([
      first.sent('SubmitResponse')[0]?.variables,
    ]);
  });

  test.each([
    ['CLOSED', /s’est fermé avant l’arrivée/],
    ['QUOTA_REACHED', /nombre de réponses prévu est atteint/],
    ['CONFLICT', /déjà été envoyé, avec d’autres réponses/],
    ['UNKNOWN_VERSION', /Le questionnaire a changé/],
    ['CHALLENGE_REQUIRED', /vérification/],
  ])('%s is said, and nothing typed is lost', async (code, words) => {
    await reviewed({ SubmitResponse: () => ({ submitResponse: refused(code) }) });
    await press(send);
    expect(await screen.findByText(words)).toBeTruthy();
    expect(kept('draft')?.answers).toEqual({ role: 'parent', idea: 'Des livres' });
    expect(button(send)).toBeTruthy();
  });

  test('problems only the server sees lead to their questions', async () => {
    const problem = { question: 'idea', path: ['idea'], message: 'Ce texte est à revoir.' };
    await reviewed({ SubmitResponse: () => ({ submitResponse: refused('INVALID_ANSWERS', [problem]) }) });
    await press(send);
    const fault = await screen.findByRole('link', { name: /Une idée \?\s: Ce texte est à revoir/ });
    expect(fault.getAttribute('href')).toBe(`${BASE}/repondre/ideas#q-idea`);
  });

  test('a browser that has answered may be somebody else’s now', async () => {
    let tokens: unknown[] = [];
    await reviewed({
      SubmitResponse: ({ input }) => {
        tokens = [...tokens, (input as { deviceToken: string }).deviceToken];
        return {
          submitResponse:
            tokens.length === 1 ? refused('ALREADY_ANSWERED') : { __typename: 'ResponseReceipt', ...receipt },
        };
      },
    });
    await press(send);
    await user.click(await screen.findByRole('button', { name: /Une autre personne répond\s: envoyer/ }));
    await title(/Merci/);
    expect(new Set(tokens).size).toBe(2);
  });
});
