import type { Context, Figure } from './context.ts';
import { postBody } from './documents.ts';
import { Connection, httpRequest, percentiles } from './load-client.ts';

const TIMES = 40;
const PROFILE_QUESTIONS = ['role', 'level', 'academie'];
/** The page shows one part of the questionnaire at a time; the whole form at once is printed for tools that want it. */
const SECTION = 'learning';

/** The results page crossed by each profile question, past the cache, for the public and for staff. */
export async function benchResults({ port, questionnaireId, staffCookie }: Context): Promise<Figure[]> {
  const figures: Figure[] = [];
  const connection = await Connection.open(port);
  const cases = [false, true].flatMap((exact) =>
    [SECTION, null].flatMap((section) => PROFILE_QUESTIONS.map((by) => ({ exact, section, by }))),
  );
  for (const { exact, section, by } of cases) {
    const body = postBody('results', { id: questionnaireId, by, exact, section });
    const request = httpRequest('POST', '/graphql', body, exact ? `Cookie: ${staffCookie}\r\n` : '');
    const times: number[] = [];
    for (let index = 0; index < TIMES; index += 1) {
      const answer = await connection.send(request);
      const head = answer.body.toString('utf8', 0, 300);
      if (answer.status !== 200 || head.includes('"errors"') || head.includes('"total":null'))
        throw new Error(head);
      if (index >= 5) times.push(answer.ms);
    }
    const { p50, p95 } = percentiles(times);
    const name = `results ${section ? 'page' : 'of the whole form'} crossed by ${by}, ${exact ? 'staff' : 'public'}`;
    figures.push({
      name: `${name}, median ms`,
      value: p50,
      ...(section && { target: '≤ 100', ok: p50 <= 100 }),
    });
    figures.push({ name: `${name}, p95 ms`, value: p95 });
  }
  connection.close();
  return figures;
}
