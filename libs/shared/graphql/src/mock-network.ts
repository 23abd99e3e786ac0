import * as generated from './generated/graphql';

/** Answers by name of operation. Throw `refusal(code)` for what the server would refuse. */
export type MockAnswers = Readonly<Record<string, (variables: Record<string, unknown>) => unknown>>;

export interface MockCall {
  readonly operation: string;
  readonly variables: Record<string, unknown>;
  readonly method: string;
}

class Refusal extends Error {}

export const refusal = (code: string): Error => new Refusal(code);

const operations = new Map(
  Object.entries(generated).flatMap(([name, document]) => {
    const hash = (document as { __meta__?: { hash?: string } }).__meta__?.hash;
    return hash ? [[hash, name.replace(/Document$/, '')] as const] : [];
  }),
);

/**
 * Stands for the server in the tests of components: the documents really sent, answered by hand. An operation without an
 * answer comes back as INTERNAL. The calls made are added to the array it gives back.
 */
export function mockNetwork(answers: MockAnswers): MockCall[] {
  const calls: MockCall[] = [];
  globalThis.fetch = (input, init) => {
    const search = new URL(input as string, 'http://localhost').searchParams;
    const sent = JSON.parse(
      (init?.body as string | null) ??
        `{"documentId":"${search.get('documentId') ?? ''}","variables":${search.get('variables') ?? '{}'}}`,
    ) as { documentId: string; variables: Record<string, unknown> };
    const operation = operations.get(sent.documentId) ?? sent.documentId;
    calls.push({ operation, variables: sent.variables, method: init?.method ?? 'GET' });
    return Promise.resolve(Response.json(bodyOf(answers, operation, sent.variables)));
  };
  return calls;
}

function bodyOf(answers: MockAnswers, operation: string, variables: Record<string, unknown>) {
  const answer = answers[operation];
  try {
    if (!answer) throw refusal('INTERNAL');
    return { data: answer(variables) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { errors: [{ message: operation, extensions: { code: error.message } }] };
  }
}
