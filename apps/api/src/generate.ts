import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { generateResponses } from '@preau/questionnaire-api';
import { questionnairesNamed, runTool, UsageError } from './tool';

/**
 * `npm run generate -- --responses 1000000 [--questionnaire slug] [--seed 1]`: plausible answers, the same for the same
 * seed. Run again, it adds what is missing. Without a name, the questionnaire that opened last.
 */
const { values } = parseArgs({
  options: {
    responses: { type: 'string', default: '2000' },
    questionnaire: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});

function wholeNumber(name: string, text: string, from: number): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= from) return number;
  throw new UsageError(`--${name} doit être un nombre entier à partir de ${from}.`);
}

runTool(async (database) => {
  const count = wholeNumber('responses', values.responses, 1);
  const seed = wholeNumber('seed', values.seed, 0);
  const [questionnaire] = await questionnairesNamed(database, values.questionnaire);
  if (!questionnaire) return;
  process.stdout.write(`Réponses inventées pour ${questionnaire.name}\n`);
  const added = await generateResponses(database, questionnaire.id, count, seed, (line) =>
    process.stdout.write(`  ${line}\n`),
  );
  process.stdout.write(added > 0 ? `${added} réponses ajoutées.\n` : 'Elles étaient déjà là.\n');
});
