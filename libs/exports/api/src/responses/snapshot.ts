import pg from 'pg';
import { CopyRows } from './copy-rows';

/** A reader so slow that it holds a snapshot for longer keeps PostgreSQL from tidying up: it is cut off. */
const LONGEST = '2h';

/** Dates as ISO days, time to sort in one pass, and none lost on compiling a statement that runs once. */
const BEGIN = `
  BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL transaction_timeout = '${LONGEST}';
  SET LOCAL datestyle = 'ISO, YMD';
  SET LOCAL work_mem = '64MB';
  SET LOCAL jit = off`;

/** The database as it is at one moment, read on a connection of its own: an export takes none of the API's. */
export class Snapshot {
  private copying: CopyRows | null = null;

  private constructor(
    private readonly client: pg.Client,
    /** The session in PostgreSQL, by which another connection can end it. */
    private readonly pid: number,
  ) {}

  static async open(connectionString: string): Promise<Snapshot> {
    const client = new pg.Client({
      connectionString,
      application_name: 'preau-export',
      connectionTimeoutMillis: 10_000,
    });
    // A connection that breaks is told to the query under way, too.
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(BEGIN);
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      return new Snapshot(client, rows[0]?.pid ?? 0);
    } catch (error) {
      await client.end();
      throw error;
    }
  }

  readonly query = async <Row extends pg.QueryResultRow>(
    statement: string,
    values: unknown[],
  ): Promise<Row[]> => {
    const { rows } = await this.client.query<Row>(statement, values);
    return rows;
  };

  /** The records of a COPY statement after `head`; nothing else can be read meanwhile. */
  copy(statement: string, head: string): CopyRows {
    this.copying = this.client.query(new CopyRows(statement, head));
    return this.copying;
  }

  /** Ends the session, and at once the copy still under way: `terminate` is asked to, on another connection. */
  async close(terminate: (pid: number) => Promise<unknown>): Promise<void> {
    try {
      if (this.copying && !this.copying.isComplete) await terminate(this.pid);
    } finally {
      await this.client.end();
    }
  }
}
