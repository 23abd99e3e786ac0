/**
 * `npm run bench [-- --responses 1000000] [--only submissions,reads,results,csv,forum,search,live]`: the figures, on a database of its own.
 * Everything (API, worker, PostgreSQL, this load) runs on this machine, on its loopback; counts are bounded.
 */
import { mkdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import type { Context, Figure } from './context.ts';
import { benchCsv } from './csv.ts';
import { benchForum } from './forum.ts';
import { writeDocuments } from './documents.ts';
import { stat } from './processes.ts';
import { benchReads } from './reads.ts';
import { benchLive } from './live.ts';
import { printTable, writeReport } from './report.ts';
import { benchResults } from './results.ts';
import { startServers } from './servers.ts';
import { benchSearch } from './search.ts';
import { signInAsStaff } from './sign-in.ts';
import { benchSubmissions } from './submissions.ts';

const CONSULTATION = 'numerique-2015';
const SECTIONS: [name: string, title: string, run: (context: Context) => Promise<Figure[]>][] = [
  ['reads', 'Lecture', benchReads],
  ['results', 'Résultats', benchResults],
  ['csv', 'Export CSV', benchCsv],
  ['submissions', 'Envoi des réponses', benchSubmissions],
  ['forum', 'Débats', benchForum],
  ['search', 'Recherche', benchSearch],
  ['live', 'Lecture en direct', benchLive],
];

const { values } = parseArgs({
  options: { responses: { type: 'string', default: '1000000' }, only: { type: 'string' } },
});
const { DATABASE_OWNER_URL: ownerUrl, PORT, DATA_DIR, MAIL_URL } = process.env;
if (!ownerUrl || !PORT || !DATA_DIR || !MAIL_URL) throw new Error('Lancez « npm run bench ».');

const owner = new pg.Client({ connectionString: ownerUrl });
await owner.connect();
const { rows: found } = await owner.query<{ id: string; slug: string }>(
  'SELECT q.id, q.slug FROM questionnaire q JOIN consultation c ON c.id = q.consultation_id WHERE c.slug = $1',
  [CONSULTATION],
);
const questionnaire = found[0];
if (!questionnaire) throw new Error('Les données de démonstration manquent.');

console.log(`\n${values.responses} réponses (déjà là, ou créées maintenant : quelques minutes)`);
const generated = spawnSync(process.execPath, ['dist/api/generate.js', '--responses', values.responses], {
  stdio: 'inherit',
});
if (generated.status !== 0) throw new Error('La création des réponses a échoué.');
await owner.query('VACUUM (ANALYZE)').catch(() => undefined);

const documentsFile = join(DATA_DIR, 'documents.json');
mkdirSync(DATA_DIR, { recursive: true });
writeDocuments(documentsFile);
const servers = await startServers({ ...process.env, GRAPHQL_DOCUMENTS: documentsFile, LOG_LEVEL: 'error' });
const sections: Record<string, Figure[]> = {};
try {
  const port = Number(PORT);
  // A fourth run within the hour would ask for one sign-in mail too many.
  await owner.query('DELETE FROM sign_in_request');
  const { rows } = await owner.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const context: Context = {
    port,
    owner,
    ownerUrl,
    questionnaireId: questionnaire.id,
    consultation: CONSULTATION,
    slug: questionnaire.slug,
    apiPid: servers.apiPid,
    servers: [
      { name: 'API', pid: servers.apiPid },
      { name: 'worker', pid: servers.workerPid },
      { name: 'PostgreSQL', pid: stat(rows[0]?.pid ?? 0)?.parent ?? 0 },
    ],
    staffCookie: await signInAsStaff(port, MAIL_URL.replace(/^file:(\/\/)?/, '')),
  };
  for (const [name, title, run] of SECTIONS) {
    if (values.only && !values.only.split(',').includes(name)) continue;
    sections[name] = await run(context);
    printTable(title, sections[name]);
  }
} finally {
  await servers.stop();
  await owner.end();
}
writeReport(join(DATA_DIR, 'report.json'), sections);
