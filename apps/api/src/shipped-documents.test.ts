import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { limits } from '@preau/shared-api';
import { buildSchema, parse, specifiedRules, validate } from 'graphql';

const GRAPHQL = 'libs/shared/graphql';
const schema = buildSchema(readFileSync(`${GRAPHQL}/schema.graphql`, 'utf8'));
// Written by the `codegen` phase.
const documents = Object.values(
  JSON.parse(readFileSync(`${GRAPHQL}/src/generated/persisted-documents.json`, 'utf8')) as Record<
    string,
    string
  >,
);
const nameOf = (document: string) => /(?:query|mutation|subscription) (\w+)/.exec(document)?.[1] ?? document;

/** Limits are thrown by the rules that count, as soon as they are passed. */
function refusal(document: string): string | null {
  try {
    return (
      validate(schema, parse(document), [...specifiedRules, ...limits.validationRules])[0]?.message ?? null
    );
  } catch (error) {
    return (error as Error).message;
  }
}

describe('the documents of the site', () => {
  test.each(documents.map((document) => [nameOf(document), document]))(
    '%s is within the limits of any document',
    (_, document) => {
      expect(refusal(document)).toBeNull();
    },
  );

  test('and one too deep is not: the limits count here', () => {
    const deeper = (inner: string) => `replies { edges { node { ${inner} } } }`;
    const deep = `{ post(id: "x") { ${deeper(deeper(deeper(deeper('id'))))} } }`;
    expect(validate(schema, parse(deep))).toEqual([]);
    expect(refusal(deep)).toMatch('Query validation error');
  });
});
