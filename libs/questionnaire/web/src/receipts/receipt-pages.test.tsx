import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aResponse, BASE, kept, leave, newBrowser, receipt, visit } from '../answering/test-site';

const user = userEvent.setup();
const title = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
/** A new page: its title is there and has the focus. */
const focusedTitle = async (name: string | RegExp) => {
  const heading = await title(name);
  expect(document.activeElement).toBe(heading);
};
const press = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }));

async function opened(given: Parameters<typeof visit>[1] = {}) {
  const site = visit('/reponse', given);
  await user.type(await screen.findByRole('textbox', { name: /Code du récépissé/ }), receipt.code);
  await press('Ouvrir ma réponse');
  return site;
}

afterEach(() => {
  newBrowser();
  jest.restoreAllMocks();
});

describe('the receipt', () => {
  test('is copied, and saved as a text that says what it is for', async () => {
    localStorage.setItem('preau:receipt:q1', JSON.stringify(receipt));
    visit(`${BASE}/recepisse`);
    await press('Copier le code');
    expect(await navigator.clipboard.readText()).toBe(receipt.code);
    expect(screen.getByText('Code copié.')).toBeTruthy();

    const files: Blob[] = [];
    const names: string[] = [];
    URL.createObjectURL = (file) => {
      files.push(file as Blob);
      return 'blob:receipt';
    };
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    await press(/Télécharger/);
    expect(names).toEqual(['recepisse-avis.txt']);
    const text = await read(files[0]!);
    for (const part of [
      receipt.code,
      receipt.digest,
      'Votre avis',
      '22 novembre 2026',
      'http://localhost/reponse',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('is not there for who has none', async () => {
    visit(`${BASE}/recepisse`);
    await title('Votre avis');
    expect(window.location.pathname).toBe(BASE);
  });
});

describe('a code', () => {
  test('opens the answers, and never stands in an address', async () => {
    const { calls } = await opened();
    await focusedTitle('Votre réponse');
    expect(screen.getByText('Des livres')).toBeTruthy();
    expect(calls.find((call) => call.operation === 'OpenResponse')).toMatchObject({
      method: 'POST',
      variables: { code: receipt.code },
    });
    expect(window.location.href).not.toContain('ABCDE');
    leave();
    visit('/reponse');
    // A reload in the same tab finds it open; nothing of it is left once closed.
    await title('Votre réponse');
    await press('Refermer ma réponse');
    await screen.findByRole('textbox', { name: /Code du récépissé/ });
    expect(JSON.stringify(sessionStorage)).not.toContain('ABCDE');
    expect(JSON.stringify(localStorage)).not.toContain('ABCDE');
  });

  test('that opens nothing, or is missing, is said beside the field', async () => {
    await opened({ OpenResponse: () => ({ response: null }) });
    expect((await screen.findAllByText(/ce code n’ouvre aucune réponse/)).length).toBe(2);
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: /Code du récépissé/ });
    expect(field.value).toBe(receipt.code);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await user.clear(field);
    await press('Ouvrir ma réponse');
    expect((await screen.findAllByText(/écrivez le code/)).length).toBe(2);
  });

  test('after closing, answers are read and no longer changed', async () => {
    await opened({ OpenResponse: () => aResponse({ viewerCan: { amend: false } }) });
    await title('Votre réponse');
    expect(screen.getByText(/ne peut plus changer/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Modifier mes réponses' })).toBeNull();
  });
});

describe('amending', () => {
  test('goes through the same pages, filled in, and ends with the same code', async () => {
    localStorage.setItem('preau:receipt:q1', JSON.stringify(receipt));
    const { sent } = await opened();
    await user.click(await screen.findByRole('link', { name: 'Modifier mes réponses' }));
    await title('Vous');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Parent' }).checked).toBe(true);
    await press('Suivant');
    await user.type(await screen.findByRole('textbox', { name: 'Une idée ?' }), ' partagés');
    await press('Vérifier mes réponses');
    await screen.findByRole('heading', { name: 'Vos modifications ne sont pas encore envoyées' });
    await press('Envoyer mes modifications');
    await focusedTitle('Merci, votre réponse est mise à jour');
    expect(sent('AmendResponse').map((call) => call.variables)).toEqual([
      { input: { code: receipt.code, answers: { role: 'parent', idea: 'Des livres partagés' } } },
    ]);
    expect(sent('SaveDraft')).toEqual([]);
    expect(kept('receipt')).toMatchObject({ code: receipt.code, digest: 'autre' });
    // Read again: as they now are, without asking the server.
    await user.click(screen.getByRole('link', { name: 'Relire ou modifier mes réponses' }));
    expect(await screen.findByText('Des livres partagés')).toBeTruthy();
  });

  test('survives a reload, and can be abandoned', async () => {
    await opened();
    await user.click(await screen.findByRole('link', { name: 'Modifier mes réponses' }));
    await press('Suivant');
    await user.type(await screen.findByRole('textbox', { name: 'Une idée ?' }), ' partagés');
    leave();
    visit('/reponse/modifier/repondre/ideas');
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Une idée ?' })).value).toBe(
      'Des livres partagés',
    );
    await press('Abandonner mes modifications');
    await title('Votre réponse');
    expect(screen.getByText('Des livres')).toBeTruthy();
  });

  test('needs the code', async () => {
    visit('/reponse/modifier/repondre/profile');
    await title('Retrouver ma réponse');
  });
});

describe('a personal link', () => {
  const draft = {
    questionnaireId: 'q1',
    revision: 4,
    savedAt: '2026-11-22T09:42:00Z',
    answers: { role: 'parent' },
  };
  const ReadDraft = ({ token }: Record<string, unknown>) => ({
    draft: token === 'a-secret-token' ? draft : null,
  });

  test('opens the draft, leaves the address, and its token stands in no request’s address', async () => {
    const { sent } = visit('/reprendre#a-secret-token', { ReadDraft });
    await screen.findByRole('heading', { name: 'Vous avez commencé à répondre' });
    expect(window.location.href).toBe(`http://localhost${BASE}`);
    expect(sent('ReadDraft')[0]).toMatchObject({ method: 'POST', variables: { token: 'a-secret-token' } });
    expect(kept('draft')).toMatchObject({
      answers: { role: 'parent' },
      server: { token: 'a-secret-token', revision: 4 },
    });
  });

  test('does not replace other answers on this device without asking', async () => {
    visit(`${BASE}/repondre/ideas`);
    await user.type(await screen.findByRole('textbox', { name: 'Une idée ?' }), 'Ici');
    leave();
    visit('/reprendre#a-secret-token', { ReadDraft });
    await title('Cet appareil contient déjà des réponses');
    await press('Celles de cet appareil');
    await title('Votre avis');
    expect(kept('draft')?.answers).toEqual({ idea: 'Ici' });
    leave();
    visit('/reprendre#a-secret-token', { ReadDraft });
    await press('Celles du lien');
    await title('Votre avis');
    expect(kept('draft')?.answers).toEqual({ role: 'parent' });
  });

  test('that opens nothing any more says why', async () => {
    visit('/reprendre#gone');
    await title('Ce lien n’ouvre plus de brouillon');
  });
});

/** jsdom's Blob has no `text()`. */
const read = (file: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(file);
  });
