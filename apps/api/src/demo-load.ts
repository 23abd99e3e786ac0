import { createReadStream } from 'node:fs';
import { Consultation, loadConsultation } from '@preau/consultation-api';
import { type DirectoryFault, importEstablishments, importNetworks, loadAccount } from '@preau/identity-api';
import { loadDebates, type DemoDebates } from '@preau/forum-api';
import { generateResponses, loadQuestionnaire } from '@preau/questionnaire-api';
import { countWords } from '@preau/search-api';
import { transaction } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import { DEMO_ACCOUNTS } from './demo-accounts';
import { demonstrationDates, finishedDates, type OpeningDates } from './demo-dates';
import {
  DEMO_EDITIONS,
  demoDataPath,
  readDemoData,
  readEdition,
  toLoad,
  type DemoEdition,
  type Edition,
} from './demo-editions';

export type Say = (line: string) => void;

const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

/** Accounts, both editions, their questionnaires with made-up answers, and debates. Idempotent: what is there stays, what is missing is added. */
export async function loadDemonstration(database: DataSource, now: Date, say: Say): Promise<void> {
  await loadAccounts(database, say);
  await loadEstablishments(database, say);
  for (const demo of DEMO_EDITIONS) {
    const edition = await readEdition(demo.slug);
    const { consultationId, dates } = await loadEdition(database, edition, now, say);
    await loadAnswers(database, demo, edition, { consultationId, ...dates }, say);
  }
  const topics = await loadDebates(database, (await readDemoData('debates-2015.json')) as DemoDebates);
  say(`Débats : ${topics > 0 ? plural(topics, 'sujet ajouté', 'sujets ajoutés') : 'déjà là'}`);
  await countWords(database);
}

async function loadAccounts(database: DataSource, say: Say) {
  const created = await transaction(database, async (tx) => {
    let count = 0;
    for (const account of DEMO_ACCOUNTS) if (await loadAccount(tx, account)) count += 1;
    return count;
  });
  say(created > 0 ? `Comptes : ${plural(created, 'compte créé', 'comptes créés')}` : 'Comptes : déjà là');
}

/** A few made-up schools: the national directory is imported by `npm run import:establishments`. */
async function loadEstablishments(database: DataSource, say: Say) {
  const open = (name: string) => createReadStream(demoDataPath(name));
  const strictly = (name: string) => ({
    onFault: ({ line, fault }: DirectoryFault) => {
      throw new Error(`${name}, line ${line}: ${fault}`);
    },
  });
  const [schools, networks] = ['establishments.csv', 'networks.csv'] as const;
  const { lines, written } = await importEstablishments(database, open(schools), strictly(schools));
  say(`Établissements d’exemple : ${written > 0 ? plural(lines, 'ajouté', 'ajoutés') : 'déjà là'}`);
  await importNetworks(database, open(networks), strictly(networks));
}

/** The edition meant to be answered runs around the present day; the other keeps its place in history. */
async function loadEdition(database: DataSource, edition: Edition, now: Date, say: Say) {
  const loaded = await transaction(database, async (tx) => {
    const dates =
      edition.phase === 'OPEN'
        ? demonstrationDates(now, await tx.findOneBy(Consultation, { slug: edition.slug }))
        : finishedDates(edition.originalDates);
    return { consultationId: await loadConsultation(tx, toLoad(edition, dates)), dates };
  });
  const { themes, partners } = edition;
  const parts = [
    plural(themes.length, 'thème', 'thèmes'),
    plural(partners.length, 'partenaire', 'partenaires'),
  ];
  say(`« ${edition.title} » : ${parts.slice(0, partners.length > 0 ? 2 : 1).join(', ')}`);
  return loaded;
}

async function loadAnswers(
  database: DataSource,
  { questionnaire, responses, seed }: DemoEdition,
  { phase }: Edition,
  { consultationId, opensAt, closesAt }: OpeningDates & { consultationId: string },
  say: Say,
) {
  const definition = (await readDemoData(questionnaire.file)) as { title: string };
  const { slug } = questionnaire;
  const status = phase === 'OPEN' ? 'PUBLISHED' : 'CLOSED';
  const given = {
    consultationId,
    slug,
    title: definition.title,
    definition,
    opensAt,
    closesAt,
    status,
  } as const;
  const id = await loadQuestionnaire(database, given);
  say(`  Questionnaire « ${definition.title} »`);
  await generateResponses(database, id, responses, seed, (line) => {
    say(`    ${line}`);
  });
}
