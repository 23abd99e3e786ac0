import type { Context, Figure } from './context.ts';
import { getPath, postBody } from './documents.ts';
import { httpRequest, load, type Answer } from './load-client.ts';

const CLIENTS = 32;

const fine = ({ status, body }: Answer) => {
  const head = body.toString('utf8', 0, 200);
  if (status !== 200 || !head.startsWith('{"data":{"') || head.includes('":null}'))
    throw new Error(`${status} ${head}`);
};

/** Opening the questionnaire from the cache of ready bytes; the consultation's page from it, and past it. */
export async function benchReads({ port, consultation, slug }: Context): Promise<Figure[]> {
  const run = (request: Buffer, requests: number) =>
    load({ port, clients: CLIENTS, requests, request: () => request, check: fine });
  const opening = httpRequest('GET', getPath('questionnaire', { consultation, slug }));
  const openingBr = httpRequest(
    'GET',
    getPath('questionnaire', { consultation, slug }),
    '',
    'Accept-Encoding: br\r\n',
  );
  const page = httpRequest('GET', getPath('consultation', { slug: consultation }));
  const uncachedPage = httpRequest('POST', '/graphql', postBody('consultation', { slug: consultation }));
  await run(opening, 2_000);
  const opened = await run(opening, 40_000);
  const compressed = await load({
    port,
    clients: CLIENTS,
    requests: 40_000,
    request: () => openingBr,
    check: ok,
  });
  await run(page, 2_000);
  const paged = await run(page, 20_000);
  await run(uncachedPage, 1_000);
  const uncached = await run(uncachedPage, 8_000);
  return [
    {
      name: 'questionnaire opened per second',
      value: opened.perSecond,
      target: '≥ 5000',
      ok: opened.perSecond >= 5_000,
    },
    { name: 'questionnaire opened p95, ms', value: opened.p95 },
    { name: 'questionnaire opened per second, brotli', value: compressed.perSecond },
    {
      name: 'consultation pages per second',
      value: paged.perSecond,
      target: '≥ 2000',
      ok: paged.perSecond >= 2_000,
    },
    { name: 'consultation page p95, ms', value: paged.p95 },
    { name: 'consultation pages per second, no cache', value: uncached.perSecond },
  ];
}

const ok = ({ status }: Answer) => {
  if (status !== 200) throw new Error(String(status));
};
