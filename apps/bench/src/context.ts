import type pg from 'pg';

/** What every measure needs: where things run, and on what. */
export type Context = {
  readonly port: number;
  readonly owner: pg.Client;
  readonly ownerUrl: string;
  readonly questionnaireId: string;
  readonly consultation: string;
  readonly slug: string;
  readonly apiPid: number;
  /** API, worker and PostgreSQL (its first process); their children count with them. */
  readonly servers: readonly { readonly name: string; readonly pid: number }[];
  readonly staffCookie: string;
};

/** One printed line: a value, and what it must be when something asks for it. */
export type Figure = { name: string; value: number; target?: string; ok?: boolean };
