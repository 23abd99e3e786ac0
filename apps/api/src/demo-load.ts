import { Consultation, loadConsultation } from '@preau/consultation-api';
import { loadAccount } from '@preau/identity-api';
import { transaction } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import { DEMO_ACCOUNTS } from './demo-accounts';
import { demonstrationDates, finishedDates } from './demo-dates';
import { readEdition, toLoad } from './demo-editions';

export type Say = (line: string) => void;

const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

/** Accounts and both editions, each in a transaction of its own. Idempotent. */
export async function loadDemonstration(database: DataSource, now: Date, say: Say): Promise<void> {
  await loadAccounts(database, say);
  for (const slug of ['numerique-2015', 'etats-generaux-2020']) await loadEdition(database, slug, now, say);
}

async function loadAccounts(database: DataSource, say: Say) {
  const created = await transaction(database, async (tx) => {
    let count = 0;
    for (const account of DEMO_ACCOUNTS) if (await loadAccount(tx, account)) count += 1;
    return count;
  });
  say(created > 0 ? `Comptes : ${plural(created, 'compte créé', 'comptes créés')}` : 'Comptes : déjà là');
}

/** The edition meant to be answered runs around the present day; the other keeps its place in history. */
async function loadEdition(database: DataSource, slug: string, now: Date, say: Say) {
  const edition = await readEdition(slug);
  await transaction(database, async (tx) => {
    const dates =
      edition.phase === 'OPEN'
        ? demonstrationDates(now, await tx.findOneBy(Consultation, { slug }))
        : finishedDates(edition.originalDates);
    await loadConsultation(tx, toLoad(edition, dates));
  });
  const parts = [
    plural(edition.themes.length, 'thème', 'thèmes'),
    plural(edition.partners.length, 'partenaire', 'partenaires'),
  ];
  say(`« ${edition.title} » : ${parts.join(', ')}`);
}
