import { setLink } from '@codegouvfr/react-dsfr/link';
import { mockNetwork, type MockAnswers } from '@preau/graphql/testing';
import type { Definition } from '@preau/questionnaire-domain';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import { createBrowserRouter, Link, RouterProvider } from 'react-router';
import { answeringRoutes } from './routes';

// The first page waits for its code to be compiled.
configure({ asyncUtilTimeout: 20_000 });
// jsdom shows nothing: there is nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;
URL.revokeObjectURL = () => undefined;
setLink({ Link: Link as Parameters<typeof setLink>[0]['Link'] });

const yesNo = [
  { code: 'yes', label: 'Oui' },
  { code: 'no', label: 'Non' },
];

/** Small enough to read in a test: a required choice that opens and hides others, a theme, a part for teachers only. */
export const definition: Definition = {
  title: 'Votre avis',
  sections: [
    {
      code: 'profile',
      title: 'Vous',
      questions: [
        {
          code: 'role',
          type: 'single',
          label: 'Qui êtes-vous ?',
          required: true,
          options: [
            { code: 'teacher', label: 'Enseignante' },
            { code: 'parent', label: 'Parent' },
          ],
        },
        {
          code: 'since',
          type: 'text',
          label: 'Depuis quand ?',
          max: 4,
          showIf: { question: 'role', is: 'teacher' },
          validate: { pattern: '[0-9]{4}', message: 'Écrivez l’année en quatre chiffres.' },
        },
      ],
    },
    {
      code: 'class',
      title: 'En classe',
      showIf: { question: 'role', is: 'teacher' },
      questions: [{ code: 'screens', type: 'single', label: 'Des écrans ?', options: yesNo }],
    },
    {
      code: 'ideas',
      theme: 'apprendre',
      title: 'Vos idées',
      questions: [{ code: 'idea', type: 'longText', label: 'Une idée ?', max: 200 }],
    },
  ],
};

const parts = {
  id: 'q1',
  slug: 'avis',
  title: 'Votre avis',
  version: 2,
  status: 'PUBLISHED',
  opensAt: '2026-11-01T23:00:00Z',
  closesAt: '2099-12-20T22:59:59Z',
  viewerCan: { answer: true },
  consultation: {
    slug: 'edition',
    title: 'Édition',
    themes: [{ slug: 'apprendre', accent: 'green-emeraude', pictogram: 'Book' }],
  },
};
export const receipt = { code: 'ABCDE-12345-FGHJK-67890', digest: '60c36d648f', submittedOn: '2026-11-22' };

/** The questionnaire as the server gives it. */
export const aForm = (given: Partial<typeof parts> = {}) => ({
  questionnaire: { ...parts, definition, ...given },
});

/** A response as its receipt's code opens it. */
export const aResponse = (given: Record<string, unknown> = {}) => ({
  response: {
    id: 'r1',
    answers: { role: 'parent', idea: 'Des livres' },
    digest: receipt.digest,
    submittedOn: receipt.submittedOn,
    version: 2,
    definition,
    viewerCan: { amend: true },
    questionnaire: parts,
    ...given,
  },
});

/** What a server in good order answers. */
export const answers: MockAnswers = {
  AnswerForm: () => aForm(),
  FormPlace: () => ({ questionnaire: { slug: 'avis', version: 2, consultation: { slug: 'edition' } } }),
  SaveDraft: () => ({
    saveDraft: { __typename: 'DraftSaved', token: 'a-token', revision: 1, savedAt: '2026-11-22T09:42:00Z' },
  }),
  ReadDraft: () => ({ draft: null }),
  SubmitResponse: () => ({ submitResponse: { __typename: 'ResponseReceipt', ...receipt } }),
  AmendResponse: () => ({ amendResponse: { __typename: 'ResponseReceipt', ...receipt, digest: 'autre' } }),
  OpenResponse: () => aResponse(),
};

export const refused = (refusal: string, problems: readonly unknown[] = []) => ({
  __typename: 'ResponseRefused',
  refusal,
  problems,
});
export const BASE = '/concertations/edition/questionnaires/avis';

/** A cut: the request never leaves. */
export const cut = (): never => {
  throw new TypeError('Failed to fetch');
};

const open: (() => void)[] = [];

/** Opens a page of the site in this browser, as a visitor would. Its storage lasts from one visit to the next. */
export function visit(address: string, given: MockAnswers = {}) {
  leave();
  const calls = mockNetwork({ ...answers, ...given });
  window.history.pushState(null, '', address);
  const router = createBrowserRouter([{ HydrateFallback: () => null, children: answeringRoutes }]);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const view = render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  open.push(() => {
    view.unmount();
    router.dispose();
    client.clear();
  });
  return { calls, sent: (operation: string) => calls.filter((call) => call.operation === operation) };
}

/** Closes the page. */
export function leave(): void {
  for (const close of open.splice(0)) close();
}

/** A browser nobody has used. */
export function newBrowser(): void {
  leave();
  localStorage.clear();
  sessionStorage.clear();
}

/** What this browser keeps, without the ids. */
export const kept = (what: 'draft' | 'receipt' | 'device') =>
  JSON.parse(localStorage.getItem(`preau:${what}:q1`) ?? 'null') as Record<string, unknown> | null;
