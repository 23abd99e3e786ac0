import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { generateDebate } from '@preau/forum-api';
import { generateResponses } from '@preau/questionnaire-api';
import type { DataSource } from 'typeorm';
import { questionnairesNamed, runTool, UsageError } from './tool';

/**
 * `npm run generate -- --responses 1000000 [--questionnaire slug] [--seed 1]`: plausible answers, the same for the same
 * seed. Run again, it adds what is missing. Without a name, the questionnaire that opened last.
 * `npm run generate -- --topics 2000 --posts 100000 --long 10000 [--consultation numerique-2015]`: a debate, likewise.
 */
const { values } = parseArgs({
  options: {
    responses: { type: 'string', default: '2000' },
    questionnaire: { type: 'string' },
    topics: { type: 'string' },
    posts: { type: 'string', default: '300' },
    long: { type: 'string', default: '0' },
    consultation: { type: 'string', default: 'numerique-2015' },
    seed: { type: 'string', default: '1' },
  },
});

function wholeNumber(name: string, text: string, from: number): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= from) return number;
  throw new UsageError(`--${name} doit être un nombre entier à partir de ${from}.`);
}

const say = (line: string) => process.stdout.write(`  ${line}\n`);

async function generateTopics(database: DataSource, topics: string, seed: number) {
  const size = {
    topics: wholeNumber('topics', topics, 1),
    posts: wholeNumber('posts', values.posts, 0),
    longTopic: wholeNumber('long', values.long, 0),
    authors: 2_000,
  };
  process.stdout.write(`Débat inventé pour ${values.consultation}\n`);
  const added = await generateDebate(database, values.consultation, size, seed, say);
  process.stdout.write(added > 0 ? `${added} sujets ajoutés.\n` : 'Ils étaient déjà là.\n');
}

runTool(async (database) => {
  const count = wholeNumber('responses', values.responses, 1);
  const seed = wholeNumber('seed', values.seed, 0);
  if (values.topics !== undefined) {
    await generateTopics(database, values.topics, seed);
    return;
  }
  const [questionnaire] = await questionnairesNamed(database, values.questionnaire);
  if (!questionnaire) return;
  process.stdout.write(`Réponses inventées pour ${questionnaire.name}\n`);
  const added = await generateResponses(database, questionnaire.id, count, seed, say);
  process.stdout.write(added > 0 ? `${added} réponses ajoutées.\n` : 'Elles étaient déjà là.\n');
});
