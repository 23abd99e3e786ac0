import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { loadMarkdown } from '@preau/ui';
import { cleanup, configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MANAGING_REFUSALS } from '../messages';
import { forumRoutes } from '../routes';
import { aPost, aRoot, aThread, aTopic, consultation, EVERYTHING, listOf, signedIn } from '../test-data';

configure({ asyncUtilTimeout: 20_000 });
beforeAll(async () => {
  await loadMarkdown();
});
const user = userEvent.setup();
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

const TOPIC = '0197a000-0000-7000-8000-000000000001';
const CITED = '0197a000-0000-7000-8000-00000000000a';
const HIDDEN = '0197a000-0000-7000-8000-00000000000b';
const path = (id: string) => `/concertations/edition/debats/${TOPIC}/messages/${id}`;
const service = { id: 's', name: 'Direction du numérique' };
const staff = { ...EVERYTHING, manage: true, markSolved: true, conclude: true, speakForService: true };
const reader = { ...EVERYTHING, manage: false, markSolved: false, conclude: false, speakForService: false };
const citations = [
  {
    number: 1,
    postId: CITED,
    post: {
      id: CITED,
      status: 'PUBLISHED',
      createdAt: '2026-11-21T09:00:00Z',
      excerpt: 'Du temps, surtout.',
      author: { kind: 'PARENT', isVerifiedTeacher: false },
      official: null,
    },
  },
  {
    number: 2,
    postId: HIDDEN,
    post: {
      id: HIDDEN,
      status: 'HIDDEN',
      createdAt: '2026-11-21T10:00:00Z',
      excerpt: null,
      author: { kind: 'CITIZEN', isVerifiedTeacher: false },
      official: null,
    },
  },
];
const concluded = {
  conclusion: `Il faut **du temps** ${path(CITED)}, et [du calme](${path(HIDDEN)}).`,
  concludedAt: '2026-11-22T09:00:00Z',
  concludedBy: service,
  conclusionVersions: { totalCount: 2 },
  citations,
};
const cited = aPost(CITED, { topicId: TOPIC, body: 'Du temps, surtout.', viewerCan: EVERYTHING });

function open(topic: object, given: MockAnswers = {}, rest = '') {
  const calls = mockNetwork({
    ...signedIn,
    DebatesFrame: () => ({ consultation }),
    DebateTopic: () => ({ topic: aTopic(TOPIC, topic) }),
    DebateThread: () => aThread([aRoot(cited)]),
    TopicPropositions: () => ({ topic: { id: TOPIC, propositions: listOf([]) } }),
    SpeakingServices: () => ({ forumServices: listOf([service]) }),
    ConclusionDraft: () => ({
      topic: { id: TOPIC, conclusion: null, concludedBy: null, conclusionDraft: null },
    }),
    ConcludeTopic: () => ({ concludeTopic: { __typename: 'TopicManaged', topic: { id: TOPIC } } }),
    ...given,
  });
  close = renderRoutes(
    forumRoutes(() => null),
    `/concertations/edition/debats/${TOPIC}${rest}`,
  ).close;
  return (operation: string) =>
    calls.filter((call) => call.operation === operation).map(({ variables }) => variables);
}
const click = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }));
const editor = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Synthèse du débat/ });

describe('a synthesis', () => {
  test('stands above the thread, dated, by a service; what it cites are numbered notes, a trace where hidden', async () => {
    open({ viewerCan: reader, ...concluded });
    const region = await screen.findByRole('region', { name: 'Synthèse du débat' });
    expect(region.textContent).toContain('Direction du numérique, le 22 novembre 2026');
    expect(region.textContent).toContain('Il faut du temps [1], et du calme [2].');
    const notes = within(region).getAllByRole('listitem');
    expect(notes).toHaveLength(2);
    expect(seen(notes[0]!.textContent)).toContain('« Du temps, surtout. »');
    expect(notes[0]!.textContent).toContain('Parent d’élève');
    expect(notes[0]!.textContent).not.toContain('Auteur');
    expect(notes[1]!.textContent).toBe('Ce message a été masqué par la modération.');
    await user.click(within(region).getByRole('link', { name: '[2]' }));
    expect(document.activeElement).toBe(notes[1]);
    const link = within(notes[0]!).getByRole('link', { name: 'Lire le message cité en 1' });
    expect(link.getAttribute('href')).toBe(path(CITED));
    await screen.findByText('Du temps, surtout.', { selector: 'article *' });
    await user.click(link);
    expect(document.activeElement?.closest('article')?.textContent).toContain('Du temps, surtout.');
    await user.click(screen.getByRole('link', { name: 'Cité dans la synthèse' }));
    expect(document.activeElement?.textContent).toBe('Synthèse du débat');
    expect(screen.queryByRole('button', { name: /synthèse$/ })).toBeNull();
  });

  test('shows its versions to whoever asks, what was taken back as well', async () => {
    const version = (id: string, body: string | null) => ({
      id,
      body,
      publishedAt: '2026-11-22T09:00:00Z',
      service,
      citations: body ? [citations[0]] : [],
    });
    const asked = open(
      {
        viewerCan: reader,
        ...concluded,
        conclusion: null,
        concludedAt: null,
        concludedBy: null,
        citations: [],
      },
      {
        ConclusionVersions: () => ({
          topic: {
            id: TOPIC,
            conclusionVersions: {
              ...listOf([version('b', null), version('a', `Il faut du temps ${path(CITED)}.`)]),
              totalCount: 2,
            },
          },
        }),
      },
    );
    const region = await screen.findByRole('region', { name: 'Synthèse du débat' });
    expect(region.textContent).toContain('La synthèse de ce sujet a été retirée.');
    await click('Versions de la synthèse (2)');
    // Its numbers are its own, not those of what is published now.
    await user.click(await within(region).findByRole('link', { name: '[1]' }));
    expect(document.activeElement?.id).toBe('version-a-1');
    expect(seen(document.activeElement!.textContent)).toContain('« Du temps, surtout. »');
    expect(within(region).getByText(/^Retirée le/)).toBeTruthy();
    expect(within(region).getByText('2 sur 2 affichés')).toBeTruthy();
    expect(asked('ConclusionVersions')).toMatchObject([{ id: TOPIC, after: null }]);
  });
});

test('the opening message says that it is cited, as others do', async () => {
  open({ viewerCan: reader, ...concluded, citations: [{ ...citations[0], postId: TOPIC }] });
  const opening = await screen.findByRole('region', { name: 'Message d’ouverture' });
  await user.click(within(opening).getByRole('link', { name: 'Cité dans la synthèse' }));
  expect(document.activeElement?.textContent).toBe('Synthèse du débat');
});

describe('staff', () => {
  test('cite a message from where it stands, choose a service and publish', async () => {
    const asked = open({ viewerCan: staff });
    await screen.findByText('Du temps, surtout.');
    await user.click(screen.getByRole('button', { name: /^Plus d’actions sur le message d’Auteur 0197/ }));
    await click(/^Citer dans la synthèse/);
    await screen.findByText(/Le message est cité à la fin du brouillon/);
    const address = `${window.location.origin}${path(CITED)}`;
    await screen.findByDisplayValue(address);
    expect(screen.getByText('1 message cité')).toBeTruthy();
    await user.type(await editor(), ' Il faut du temps.');
    await click('Publier la synthèse');
    const choice = screen.getByRole('combobox', { name: /^Service qui conclut/ });
    expect(choice.getAttribute('aria-invalid')).toBe('true');
    expect(asked('ConcludeTopic')).toEqual([]);
    await user.selectOptions(choice, 'Direction du numérique');
    await click('Publier la synthèse');
    await screen.findByText('La synthèse est publiée.');
    expect(asked('ConcludeTopic')).toEqual([
      {
        input: {
          topicId: TOPIC,
          serviceId: 's',
          conclusion: `${address} Il faut du temps.`,
          draftRevision: null,
        },
      },
    ]);
    expect(JSON.stringify(localStorage)).not.toContain('Il faut du temps.');
    expect(document.activeElement?.textContent).toBe('Écrire la synthèse');
  });

  test('see it as it will be published, with its numbers and what they stand for', async () => {
    const asked = open(
      { viewerCan: staff, ...concluded },
      {
        ConclusionDraft: () => ({
          topic: {
            id: TOPIC,
            conclusion: `Moins vite ${path(CITED)}.`,
            concludedBy: service,
            conclusionDraft: null,
          },
        }),
        CitationsToBe: () => ({ topic: { id: TOPIC, citations: [citations[0]] } }),
      },
    );
    await click('Modifier la synthèse');
    await editor();
    await user.click(screen.getByRole('tab', { name: 'Aperçu' }));
    const preview = screen.getByRole('tabpanel', { name: 'Aperçu' });
    await user.click(await within(preview).findByRole('link', { name: '[1]' }));
    expect(preview.textContent).toContain('Moins vite [1].');
    const note = within(preview).getByRole('listitem');
    expect(document.activeElement).toBe(note);
    expect(seen(note.textContent)).toContain('« Du temps, surtout. »');
    expect(asked('CitationsToBe')).toEqual([{ id: TOPIC, text: `Moins vite ${path(CITED)}.` }]);
  });

  test('keep a draft that colleagues take up; what is typed meanwhile is kept on the device', async () => {
    let draft = { body: 'Un début', revision: 3, savedAt: '2026-11-22T09:00:00Z', service: { id: 's' } };
    const asked = open(
      { viewerCan: staff },
      {
        ConclusionDraft: () => ({
          topic: { id: TOPIC, conclusion: null, concludedBy: null, conclusionDraft: draft },
        }),
        SaveConclusionDraft: ({ input }) => {
          const { body } = input as { body: string };
          draft = { ...draft, body, revision: 4, savedAt: '2026-11-22T10:00:00Z' };
          return { saveConclusionDraft: { __typename: 'ConclusionDraftSaved', draft: { revision: 4 } } };
        },
      },
    );
    await click('Écrire la synthèse');
    const field = await editor();
    expect(document.activeElement).toBe(field);
    expect(field.value).toBe('Un début');
    await user.type(field, ' et une fin');
    expect(JSON.stringify(localStorage)).toContain('Un début et une fin');
    await click('Enregistrer le brouillon');
    await screen.findByText(/Le brouillon de la synthèse est enregistré/);
    expect(asked('SaveConclusionDraft')).toEqual([
      { input: { topicId: TOPIC, serviceId: 's', body: 'Un début et une fin', revision: 3 } },
    ]);
    expect((await editor()).value).toBe('Un début et une fin');
    await click('Publier la synthèse');
    await screen.findByText('La synthèse est publiée.');
    expect(asked('ConcludeTopic')).toMatchObject([{ input: { draftRevision: 4 } }]);
  });

  test.each(['CITED_ELSEWHERE', 'CITED_UNKNOWN'] as const)(
    'are told which citation is refused, and why: %s',
    async (code) => {
      open(
        { viewerCan: staff },
        {
          ConclusionDraft: () => ({
            topic: {
              id: TOPIC,
              conclusion: concluded.conclusion,
              concludedBy: service,
              conclusionDraft: null,
            },
          }),
          ConcludeTopic: () => ({ concludeTopic: { __typename: 'ManagingRefused', code, postId: HIDDEN } }),
        },
      );
      await click('Écrire la synthèse');
      expect((await editor()).value).toBe(concluded.conclusion);
      await screen.findByRole('option', { name: 'Direction du numérique' });
      await click('Publier la synthèse');
      const said = `${MANAGING_REFUSALS[code]} C’est la citation 2.`;
      expect(await screen.findByRole('link', { name: said })).toBeTruthy();
      expect((await editor()).getAttribute('aria-invalid')).toBe('true');
      expect((await editor()).value).toBe(concluded.conclusion);
    },
  );

  test('take a synthesis back once it is confirmed', async () => {
    const asked = open({ viewerCan: staff, ...concluded });
    await click('Retirer la synthèse');
    expect(asked('ConcludeTopic')).toEqual([]);
    await click('Retirer');
    await screen.findByText('La synthèse est retirée.');
    expect(asked('ConcludeTopic')).toEqual([
      { input: { topicId: TOPIC, serviceId: 's', conclusion: null, draftRevision: null } },
    ]);
  });
});
