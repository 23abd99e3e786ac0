import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { recountForum, type ForumDifference } from '@preau/forum-api';
import { recount, RecountUnderWay, type Difference } from '@preau/questionnaire-api';
import type { DataSource } from 'typeorm';
import { questionnairesNamed, runTool, UsageError } from './tool';

/** `npm run recount [-- --check] [--questionnaire slug]`: counts all responses again, then the debates; `--check` only compares. */
const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, questionnaire: { type: 'string' } },
});
const SHOWN = 20;
const PROGRESS_EVERY = 50_000;
const say = (line: string) => process.stdout.write(`${line}\n`);

const described = ({ table, of, count, stored, expected }: Difference | ForumDifference) =>
  `  ${table} « ${of} » ${count} : ${stored} au lieu de ${expected}`;

runTool(async (database) => {
  for (const { id, name } of await questionnairesNamed(database, values.questionnaire)) {
    const began = Date.now();
    let next = PROGRESS_EVERY;
    const { responses, differences } = await recount(database, id, {
      check: values.check,
      progress: (counted) => {
        if (counted < next) return;
        next += PROGRESS_EVERY;
        say(`  ${counted} réponses`);
      },
    }).catch((error: unknown) => {
      throw error instanceof RecountUnderWay
        ? new UsageError(`${name} : un recomptage est déjà en cours.`)
        : error;
    });
    const seconds = (Date.now() - began) / 1_000;
    say(
      `${name} : ${responses} réponses recomptées en ${seconds.toFixed(1)} s, ${differences.length} différence(s)`,
    );
    conclude(differences);
  }
  if (values.questionnaire === undefined) await recountDebates(database);
});

async function recountDebates(database: DataSource) {
  const began = Date.now();
  const { topics, contributors, differences } = await recountForum(database, { check: values.check });
  const seconds = (Date.now() - began) / 1_000;
  say(
    `débats : ${topics} sujets et ${contributors} personnes recomptés en ${seconds.toFixed(1)} s, ${differences.length} différence(s)`,
  );
  conclude(differences);
}

/** Says what was wrong, and what became of it. */
function conclude(differences: readonly (Difference | ForumDifference)[]) {
  for (const difference of differences.slice(0, SHOWN)) say(described(difference));
  if (differences.length > SHOWN) say(`  … et ${differences.length - SHOWN} autres`);
  if (differences.length === 0) return;
  if (values.check) process.exitCode = 1;
  else say('  Les décomptes ont été rectifiés.');
}
