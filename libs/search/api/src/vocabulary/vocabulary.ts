import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { vocabularyOf, type KnownWord } from '@preau/search-domain';
import { Jobs, transaction } from '@preau/shared-api';
import { addWords, lockVocabulary, textsAfter } from './vocabulary.queries';

const COUNT_JOB = 'search.count-words';
const RECOUNT_JOB = 'search.recount-words';
/** Documents read at a time. */
const BATCH = 500;

type Counts = Map<string, { word: string; documents: number }>;

/**
 * Counts the words that documents have: the new documents every few minutes, all of them each night, which forgets the words of
 * those changed or removed. Killed, it begins again; only one counts at a time.
 */
@Injectable()
export class Vocabulary implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit() {
    this.jobs.handle(COUNT_JOB, () => countWords(this.database));
    this.jobs.handle(RECOUNT_JOB, () => countWords(this.database, { anew: true }));
    this.jobs.every('*/5 * * * *', COUNT_JOB);
    this.jobs.every('40 2 * * *', RECOUNT_JOB);
  }
}

/** Counts the words of new documents; of all of them when `anew`. */
export function countWords(database: DataSource, { anew = false } = {}): Promise<void> {
  return transaction(database, async (tx) => {
    const counted = await lockVocabulary(tx);
    const from = anew ? null : counted;
    const counts: Counts = new Map();
    let to = from ?? '0';
    for (;;) {
      const texts = await textsAfter(tx, to, BATCH);
      for (const { title, text } of texts) count(counts, `${title} ${text}`);
      to = texts.at(-1)?.seq ?? to;
      if (texts.length < BATCH) break;
    }
    if (counts.size === 0 && from !== null) return;
    await addWords(tx, knownWords(counts), from, to);
  });
}

function count(counts: Counts, text: string): void {
  for (const [folded, word] of vocabularyOf(text)) {
    const known = counts.get(folded);
    counts.set(folded, { word, documents: (known?.documents ?? 0) + 1 });
  }
}

const knownWords = (counts: Counts): KnownWord[] =>
  [...counts].map(([folded, { word, documents }]) => ({ folded, word, documents }));
