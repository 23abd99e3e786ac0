import { randomUUID } from 'node:crypto';
import { but, differs, everyone, only, signedIn, type Expected } from '../expected';
import type { Rows } from '../row';
import { absent, type Scene, type Stage } from '../stage';

type Standing = keyof Stage['forms'];
const answers = { idea: 'Des tablettes' };
const draftOf = (questionnaireId: string) => ({ input: { questionnaireId, version: 1, answers } });
const responseTo = (questionnaireId: string) => ({
  input: { id: randomUUID(), questionnaireId, version: 1, answers },
});

/** One case per place a questionnaire may be in, and one for none. */
const byStanding = (
  variables: (questionnaireId: string) => object,
  expected: Record<Standing | 'absent', Expected>,
): Rows[string] =>
  Object.fromEntries(
    Object.entries(expected).map(([standing, outcomes]) => [
      standing,
      [(s: Scene) => variables(standing === 'absent' ? absent : s.forms[standing as Standing]), outcomes],
    ]),
  );

const shown = differs('staff', 'ALLOWED', 'null');
const unknown = everyone('REFUSED:UNKNOWN_QUESTIONNAIRE');
const writing = {
  open: everyone(),
  closed: everyone('REFUSED:CLOSED'),
  upcoming: everyone('REFUSED:NOT_OPEN'),
  unpublished: unknown,
  absent: unknown,
};
const figures = { ...writing, closed: everyone(), upcoming: everyone() };

export const questionnaire: Rows = {
  'Query.questionnaire': byStanding((id) => ({ id }), {
    open: everyone(),
    closed: everyone(),
    upcoming: everyone(),
    unpublished: shown,
    absent: everyone('null'),
  }),
  'Mutation.saveDraft': byStanding(draftOf, writing),
  'Mutation.submitResponse': byStanding(responseTo, writing),
  'Query.draft': {
    'whose link one holds': [
      async (s) => {
        const { token } = await s.anonymously<{ token: string }>('Mutation.saveDraft', draftOf(s.forms.open));
        return { token };
      },
      everyone(),
    ],
    absent: [() => ({ token: 'x'.repeat(43) }), everyone('null')],
  },
  'Query.response': {
    'whose receipt one holds': [async (s) => ({ code: await aReceipt(s) }), everyone()],
    absent: [() => ({ code: 'PREAU-0000-0000-0000-0000' }), everyone('null')],
  },
  'Mutation.amendResponse': {
    'whose receipt one holds': [async (s) => ({ input: { code: await aReceipt(s), answers } }), everyone()],
    absent: [
      () => ({ input: { code: 'PREAU-0000-0000-0000-0000', answers } }),
      everyone('REFUSED:UNKNOWN_RESPONSE'),
    ],
  },
  'Query.myAnswer': byStanding((questionnaireId) => ({ questionnaireId }), {
    open: signedIn(),
    closed: signedIn(),
    upcoming: signedIn(),
    unpublished: but(shown, { visitor: 'UNAUTHENTICATED' }),
    absent: signedIn('null'),
  }),
  'Query.myAnswers': {
    none: [() => ({}), signedIn('EMPTY')],
    'not one’s own': [
      async (s) => {
        await aReceipt(s);
        return {};
      },
      signedIn('EMPTY'),
    ],
    'one’s own': [
      async (s) => {
        // A visitor's draft is nobody's.
        await s.myself('Mutation.saveDraft', draftOf(s.forms.open));
        return {};
      },
      signedIn(),
    ],
  },
  'Mutation.linkResponse': {
    'whose receipt one holds': [async (s) => ({ code: await aReceipt(s) }), signedIn()],
    absent: [() => ({ code: 'PREAU-0000-0000-0000-0000' }), signedIn('REFUSED:UNKNOWN_RESPONSE')],
  },
  // What somebody else linked stays linked: only one's own links are looked at.
  'Mutation.unlinkResponse': {
    'not linked': [async (s) => ({ code: await aReceipt(s) }), signedIn()],
    absent: [() => ({ code: 'PREAU-0000-0000-0000-0000' }), signedIn()],
  },
  'Query.results': byStanding((questionnaireId) => ({ questionnaireId }), {
    ...figures,
    unpublished: differs('staff', 'ALLOWED', 'NOT_FOUND'),
    absent: everyone('NOT_FOUND'),
  }),
  'Query.staffQuestionnaires': { '': [() => ({}), only('staff')] },
  'Query.staffParticipation': byStanding((questionnaireId) => ({ questionnaireId }), {
    open: only('staff'),
    closed: only('staff'),
    upcoming: only('staff'),
    unpublished: only('staff'),
    absent: only('staff', 'NOT_FOUND'),
  }),
};

async function aReceipt(s: Scene): Promise<string> {
  const receipt = await s.anonymously<{ code: string }>('Mutation.submitResponse', responseTo(s.forms.open));
  return receipt.code;
}
