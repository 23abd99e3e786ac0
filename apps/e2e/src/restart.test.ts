import { mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { startProduct } from './product';

const SEND = `mutation ($input: SubmitResponseInput!) {
  submitResponse(input: $input) { __typename ... on ResponseReceipt { code } }
}`;
const graphql = async (url: string, query: string, variables: object): Promise<string> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return response.text();
};

test('a crash leaves nothing that blocks the next start, and no acknowledged answer is lost', async () => {
  const dataDir = mkdtempSync(join(resolve('.data'), 'e2e-crash-'));
  const first = await startProduct({ dataDir });
  const found = await graphql(
    first.url,
    '{ questionnaire(consultation: "numerique-2015", slug: "votre-avis") { id version } }',
    {},
  );
  const { id, version } = (JSON.parse(found) as { data: { questionnaire: { id: string; version: number } } })
    .data.questionnaire;
  const sent = await graphql(first.url, SEND, {
    input: {
      id: '0b6e3a52-7c1d-4d35-9d6f-0c2f5f6a7b81',
      questionnaireId: id,
      version,
      answers: { role: 'citizen', one_proposal: 'Ne rien perdre' },
    },
  });
  const code = /"code":"([^"]+)"/.exec(sent)?.[1];
  expect(code).toBeDefined();
  await first.kill();

  const second = await startProduct({ dataDir });
  const read = await graphql(second.url, 'query ($code: String!) { response(code: $code) { answers } }', {
    code,
  });
  expect(read).toContain('Ne rien perdre');
  expect(await second.stop()).toBe(0);
  second.removeData();
});
