import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedIn } from '@preau/shared-domain';

/** One line of a file: plain JSON values, by the name of their column. */
export type DataRow = Readonly<Record<string, unknown>>;

interface Source {
  /** Of its two files (JSON and CSV), without an extension: French, lower case, such as `messages`. */
  readonly name: string;
  /** What the files hold, in one French sentence. */
  readonly about: string;
  readonly columns: readonly string[];
}

/** Data found by the account they belong to: they are prepared by a job. Read page by page: there may be many. */
export interface AccountDataSource extends Source {
  rows(tx: EntityManager, accountId: string): AsyncIterable<DataRow>;
}

/** Data that can be found with their owner's session only: they are read when the file is sent. */
export interface SessionDataSource extends Source {
  rowsOf(actor: SignedIn): AsyncIterable<DataRow>;
}

/**
 * What « Télécharger mes données » holds. Each domain adds, when its module starts, all it keeps about people; nobody is to
 * find something about themselves in the platform that is not in the file.
 */
@Injectable()
export class PersonalDataSources {
  readonly byAccount: AccountDataSource[] = [];
  readonly bySession: SessionDataSource[] = [];

  add(...sources: readonly AccountDataSource[]): void {
    this.byAccount.push(...sources);
  }

  addForSession(...sources: readonly SessionDataSource[]): void {
    this.bySession.push(...sources);
  }

  all(): readonly Source[] {
    return [...this.byAccount, ...this.bySession];
  }
}
