import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { corrected, correctionOf, doubtfulWords, type ParsedQuery } from '@preau/search-domain';
import { similarWords } from './vocabulary.queries';

/** What somebody may have meant, of the words that documents have. */
@Injectable()
export class Corrections {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** The query in another spelling, or null. */
  async of(query: ParsedQuery): Promise<string | null> {
    const doubtful = doubtfulWords(query);
    if (doubtful.length === 0) return null;
    const similar = await similarWords(this.database, [...new Set(doubtful.map(({ folded }) => folded))]);
    const corrections = new Map<string, string>();
    for (const [asked, known] of similar) {
      const meant = correctionOf(asked, known);
      if (meant) corrections.set(asked, meant.word);
    }
    return corrected(query, doubtful, corrections);
  }
}
