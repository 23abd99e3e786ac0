import { request } from 'node:http';
import { execFileSync } from 'node:child_process';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Context, Figure } from './context.ts';
import { median } from './load-client.ts';
import { memoryGrowth } from './processes.ts';

const ROUNDS = 3;

/** The download of every answer, beside a bare COPY of the same columns by the same statement, turn by turn. */
export async function benchCsv(context: Context): Promise<Figure[]> {
  const statement = execFileSync(process.execPath, ['dist/api/print-copy.js', context.questionnaireId], {
    encoding: 'utf8',
  });
  const bare: number[] = [];
  const downloads: number[] = [];
  const growths: number[] = [];
  let rows = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await bareCopy(context, statement));
    const { result, growth } = await memoryGrowth(context.apiPid, () => download(context));
    downloads.push(result.seconds);
    growths.push(growth);
    rows = result.rows;
  }
  const ratio = median(downloads) / median(bare);
  const growth = Math.max(...growths);
  return [
    { name: 'CSV rows downloaded', value: rows },
    { name: 'CSV download, s', value: median(downloads) },
    { name: 'CSV rows per second', value: rows / median(downloads) },
    { name: 'bare COPY of the same columns, s', value: median(bare) },
    { name: 'CSV download / bare COPY', value: ratio, target: '≤ 1.5', ok: ratio <= 1.5 },
    { name: 'API memory growth during the download, MB', value: growth, target: '≤ 100', ok: growth <= 100 },
  ];
}

async function bareCopy({ ownerUrl }: Context, statement: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  // As the download sets it: without it the sort writes to disk twice, and the comparison would flatter.
  await client.query("SET work_mem = '64MB'");
  const began = performance.now();
  const stream = client.query(copyTo(statement));
  for await (const chunk of stream) void (chunk as Buffer).length;
  const seconds = (performance.now() - began) / 1_000;
  await client.end();
  return seconds;
}

/** Counts the lines that begin with an id, so that line breaks inside answers do not count as rows. */
async function download({
  port,
  questionnaireId,
  staffCookie,
}: Context): Promise<{ seconds: number; rows: number }> {
  const began = performance.now();
  let rows = 0;
  let rest = '';
  await new Promise<void>((resolve, reject) => {
    const asked = request(
      {
        port,
        host: '127.0.0.1',
        path: `/exports/questionnaires/${questionnaireId}/responses.csv`,
        headers: { cookie: staffCookie },
      },
      (response) => {
        if (response.statusCode !== 200) reject(new Error(`CSV: ${String(response.statusCode)}`));
        response.on('data', (chunk: Buffer) => {
          const text = rest + chunk.toString('latin1');
          const cut = text.lastIndexOf('\n') + 1;
          rest = text.slice(cut);
          rows += text.slice(0, cut).match(/^[0-9a-f]{8}-[0-9a-f]{4}-/gm)?.length ?? 0;
        });
        response.on('end', resolve);
        response.on('error', reject);
      },
    );
    asked.on('error', reject);
    asked.end();
  });
  return { seconds: (performance.now() - began) / 1_000, rows };
}
