import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { pages } from './chunks';

/** A page in its own file, loaded when first needed. */
const page =
  <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  async () => ({ Component: (await load())[name] });

const answeringPages: RouteObject[] = [
  { path: 'repondre/:section', lazy: page(pages.section, 'SectionPage') },
  { path: 'verifier', lazy: page(pages.review, 'ReviewPage') },
];

/** Answering a questionnaire, taking it up again, and opening a response by its receipt. */
export const answeringRoutes: RouteObject[] = [
  {
    path: '/concertations/:slug/questionnaires/:questionnaire',
    lazy: page(() => import('./answer-layout'), 'AnswerLayout'),
    children: [
      { index: true, lazy: page(pages.intro, 'IntroPage') },
      ...answeringPages,
      { path: 'plus-tard', lazy: page(pages.later, 'LaterPage') },
      { path: 'versions', lazy: page(pages.conflict, 'ConflictPage') },
      { path: 'recepisse', lazy: page(pages.receipt, 'ReceiptPage') },
    ],
  },
  {
    path: '/mon-espace/reponses',
    lazy: page(() => import('../my-answers/my-answers-page'), 'MyAnswersPage'),
  },
  { path: '/reprendre', lazy: page(() => import('./resume-page'), 'ResumePage') },
  { path: '/reponse', lazy: page(() => import('../receipts/response-page'), 'ResponsePage') },
  {
    path: '/reponse/modifier',
    lazy: page(() => import('../receipts/amend-layout'), 'AmendLayout'),
    children: [
      ...answeringPages,
      { path: 'recepisse', lazy: page(() => import('../receipts/amended-page'), 'AmendedPage') },
    ],
  },
];
