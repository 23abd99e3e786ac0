import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { cleanup, configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRouteError } from 'react-router';
import { routes } from './routes';

const form = (id: string, rest = {}) => ({
  id,
  slug: 'avis',
  title: `Questionnaire ${id}`,
  status: 'PUBLISHED',
  version: 2,
  opensAt: '2020-01-01T00:00:00Z',
  closesAt: '2020-02-01T00:00:00Z',
  viewerCan: { export: true },
  consultation: { slug: 'edition', title: 'Édition' },
  ...rest,
});
const participation = {
  asOf: '2026-11-22T09:42:00Z',
  drafts: 12,
  total: 130,
  days: [
    { day: '2026-11-20', responses: 30 },
    { day: '2026-11-22', responses: 100 },
  ],
};
const page = (ids: readonly string[], endCursor: string | null) => ({
  staffQuestionnaires: {
    totalCount: 3,
    edges: ids.map((id) => ({ cursor: id, node: form(id, id === '3' ? { status: 'DRAFT' } : {}) })),
    pageInfo: { endCursor, hasNextPage: endCursor !== null },
  },
});
const answers: MockAnswers = {
  StaffQuestionnaires: ({ after }) => (after ? page(['3'], null) : page(['1', '2'], 'suite')),
  StaffParticipation: () => ({ staffParticipation: participation }),
  StaffQuestionnaire: () => ({ questionnaire: form('1') }),
};
const refusing = (code: string): MockAnswers => {
  const refuse = () => {
    throw refusal(code);
  };
  return { ...answers, StaffQuestionnaires: refuse, StaffParticipation: refuse };
};

// The first page waits for its code to be compiled.
configure({ asyncUtilTimeout: 20_000 });
const user = userEvent.setup();
const text = (element: HTMLElement) => element.textContent?.replace(/[\u00a0\u202f]/g, ' ');
let close: () => void = () => undefined;

function Broken() {
  return <p>introuvable : {(useRouteError() as { code: string }).code}</p>;
}

function open(address: string, network: MockAnswers = answers) {
  const calls = mockNetwork(network);
  const shown = renderRoutes(
    [{ ErrorBoundary: Broken, children: [...routes, { path: '/connexion', element: <p>connexion</p> }] }],
    address,
  );
  close = shown.close;
  return { calls, router: shown.router };
}

beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  close();
  cleanup();
  jest.restoreAllMocks();
});

describe('the staff area', () => {
  test('lists questionnaires page by page, with where each stands and how many answered', async () => {
    const { calls } = open('/pilotage');
    const list = await screen.findByRole('heading', { level: 2, name: 'Questionnaire 1' });
    const card = list.closest('li')!;
    expect(text(card)).toContain('Fermé');
    expect(await within(card).findByText('130')).toBeTruthy();
    expect(text(screen.getByText(/affichés/))).toBe('2 sur 3 affichés');
    await user.click(screen.getByRole('button', { name: 'Afficher la suite' }));
    const draft = await screen.findByRole('heading', { name: 'Questionnaire 3' });
    expect(text(draft.closest('li')!)).toContain('En préparation');
    expect(screen.queryByRole('button', { name: 'Afficher la suite' })).toBeNull();
    expect(
      calls.filter(({ operation }) => operation === 'StaffQuestionnaires').at(-1)?.variables['after'],
    ).toBe('suite');
  });

  test.each(['/pilotage', '/pilotage/questionnaires/1'])(
    'sends a visitor to sign in: %s',
    async (address) => {
      const { router } = open(address, refusing('UNAUTHENTICATED'));
      await screen.findByText('connexion');
      expect(new URLSearchParams(router.state.location.search).get('retour')).toBe(address);
    },
  );

  test.each(['/pilotage', '/pilotage/questionnaires/1'])(
    'does not exist without the role: %s',
    async (address) => {
      open(address, refusing('NOT_FOUND'));
      expect(await screen.findByText('introuvable : NOT_FOUND')).toBeTruthy();
    },
  );
});

describe('a questionnaire of the staff area', () => {
  test('shows participation over time, and the same as a table', async () => {
    open('/pilotage/questionnaires/1');
    const chart = await screen.findByRole('figure', { name: 'Réponses par jour' });
    expect(text(document.body)).toContain('130 réponses envoyées au 22 novembre 2026 à 10:42');
    expect(text(chart)).toContain('Au plus fort, 22 novembre 2026 : 100 réponses.');
    await user.click(within(chart).getByRole('button', { name: /Afficher le tableau/ }));
    expect(within(chart).getAllByRole('row').map(text)).toEqual([
      'JourRéponses',
      '20 novembre 202630',
      '21 novembre 20260',
      '22 novembre 2026100',
    ]);
  });

  test('leads to exact results and to the files', async () => {
    open('/pilotage/questionnaires/1');
    const address = async (name: string) => (await screen.findByRole('link', { name })).getAttribute('href');
    expect(await address('Voir les résultats exacts')).toBe('/pilotage/questionnaires/1/resultats');
    expect(await address('Voir ce que le public voit')).toBe(
      '/concertations/edition/questionnaires/avis/resultats',
    );
    expect(await address('Dictionnaire des colonnes (CSV)')).toBe('/exports/questionnaires/1/codebook.csv');
    await user.click(screen.getByLabelText(/Virgule/));
    expect(await address('Lien direct vers les réponses')).toBe(
      '/exports/questionnaires/1/responses.csv?dialect=rfc4180',
    );
  });

  test('offers no file to who may not export', async () => {
    open('/pilotage/questionnaires/1', {
      ...answers,
      StaffQuestionnaire: () => ({ questionnaire: form('1', { viewerCan: { export: false } }) }),
    });
    await screen.findByRole('heading', { name: 'Résultats' });
    expect(screen.queryByRole('heading', { name: 'Téléchargements' })).toBeNull();
  });
});

describe('downloading answers', () => {
  const saved: { name: string; blob: Blob }[] = [];
  let blob: Blob;
  beforeEach(() => {
    saved.length = 0;
    URL.createObjectURL = (made) => {
      blob = made as Blob;
      return 'blob:made';
    };
    URL.revokeObjectURL = () => undefined;
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob });
    });
  });

  /** GraphQL goes on as before; the file is answered by `file`. */
  function serve(file: (signal: AbortSignal) => Promise<Response>) {
    const network = globalThis.fetch;
    globalThis.fetch = (input, init) =>
      (input as string).startsWith('/exports') ? file(init!.signal!) : network(input, init);
  }
  const start = async () =>
    user.click(await screen.findByRole('button', { name: 'Télécharger les réponses (CSV)' }));

  test('gives the file and says how many rows it has', async () => {
    open('/pilotage/questionnaires/1');
    serve(() => Promise.resolve(new Response('a;b\r\n1;2\r\n3;4\r\n')));
    await start();
    expect(await screen.findByText(/Téléchargement terminé : 2 réponses, 1 ko/)).toBeTruthy();
    expect(saved).toHaveLength(1);
    expect(saved[0]?.name).toMatch(/^preau-edition-avis-reponses-\d{4}-\d{2}-\d{2}\.csv$/);
    expect(saved[0]?.blob.size).toBe(15);
  });

  test('shows its progress, and can be given up', async () => {
    open('/pilotage/questionnaires/1');
    serve((signal) =>
      Promise.resolve(
        new Response(
          new ReadableStream({
            start(controller) {
              controller.enqueue(new TextEncoder().encode('a\r\n1\r\n'));
              signal.addEventListener('abort', () => {
                controller.error(signal.reason);
              });
            },
          }),
          { headers: { 'x-total-rows': '4' } },
        ),
      ),
    );
    await start();
    const bar = await screen.findByRole<HTMLProgressElement>('progressbar', {
      name: /1.réponse sur environ 4/,
    });
    expect([bar.value, bar.max]).toEqual([1, 4]);
    await user.click(screen.getByRole('button', { name: 'Annuler' }));
    expect(await screen.findByText(/Téléchargement annulé/)).toBeTruthy();
    expect(saved).toEqual([]);
  });

  test('says why the server will not', async () => {
    open('/pilotage/questionnaires/1');
    serve(() => Promise.resolve(new Response('{}', { status: 401 })));
    await start();
    expect(await screen.findByText(/Votre session est terminée/)).toBeTruthy();
  });

  test('of a large file is left to the browser, where a page cannot write to the disk', async () => {
    open('/pilotage/questionnaires/1', {
      ...answers,
      StaffParticipation: () => ({ staffParticipation: { ...participation, total: 1_000_000 } }),
    });
    const link = await screen.findByRole('link', { name: 'Télécharger les réponses (CSV)' });
    expect(link.getAttribute('href')).toBe('/exports/questionnaires/1/responses.csv');
    expect(link.hasAttribute('download')).toBe(true);
  });

  test('streams to the disk where a page can, whatever the size', async () => {
    const parts: string[] = [];
    const sink = new WritableStream<Uint8Array>({
      write: (chunk) => void parts.push(new TextDecoder().decode(chunk)),
    });
    Object.assign(window, {
      showSaveFilePicker: () => Promise.resolve({ createWritable: () => Promise.resolve(sink) }),
    });
    try {
      open('/pilotage/questionnaires/1', {
        ...answers,
        StaffParticipation: () => ({ staffParticipation: { ...participation, total: 1_000_000 } }),
      });
      serve(() => Promise.resolve(new Response('a\r\n1\r\n')));
      await start();
      expect(await screen.findByText(/Téléchargement terminé : 1 réponse,/)).toBeTruthy();
      expect(parts.join('')).toBe('a\r\n1\r\n');
      expect(saved).toEqual([]);
    } finally {
      Reflect.deleteProperty(window, 'showSaveFilePicker');
    }
  });
});
