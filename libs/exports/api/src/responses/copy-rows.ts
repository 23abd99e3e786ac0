import { Readable } from 'node:stream';
import type { Connection, Submittable } from 'pg';

/** Handed on at once: large enough that a record costs nothing, small enough that memory stays flat. */
const CHUNK_BYTES = 128 * 1024;
const CR = 0x0d;
const LF = 0x0a;

/**
 * `COPY … TO STDOUT (FORMAT csv)` as a stream of bytes. PostgreSQL sends one message per record, ended by LF: this is
 * where a record's end is told from a line break inside a text, and made CRLF. A reader that is slow stops the reading
 * from PostgreSQL, which then waits.
 */
export class CopyRows extends Readable implements Submittable {
  /** Records and bytes handed on so far. */
  rows = 0;
  bytes = 0;
  /** Every record has been read. */
  isComplete = false;
  /** What PostgreSQL or the way to it failed with. */
  failure: Error | null = null;

  private connection: Connection | null = null;
  private chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  private filled = 0;

  constructor(
    private readonly statement: string,
    private readonly head: string,
  ) {
    super({ highWaterMark: 2 * CHUNK_BYTES });
  }

  submit(connection: Connection) {
    this.connection = connection;
    this.append(Buffer.from(this.head));
    this.flush();
    connection.query(this.statement);
  }

  handleCopyData({ chunk }: { chunk: Buffer }) {
    if (this.destroyed) return;
    this.append(chunk);
    this.chunk[this.filled - 1] = CR;
    if (this.filled === CHUNK_BYTES) this.flush();
    this.chunk[this.filled++] = LF;
    this.rows += 1;
  }

  handleCommandComplete() {
    this.isComplete = true;
  }

  handleReadyForQuery() {
    if (this.destroyed) return;
    this.flush();
    this.push(null);
  }

  handleError(error: Error) {
    if (!this.destroyed) this.failure = error;
    this.destroy(error);
  }

  override _read() {
    this.connection?.stream.resume();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void) {
    // Whoever ends the session has to read what is left.
    this.connection?.stream.resume();
    done(error);
  }

  private append(bytes: Buffer) {
    for (let from = 0; from < bytes.length;) {
      if (this.filled === CHUNK_BYTES) this.flush();
      const copied = bytes.copy(this.chunk, this.filled, from);
      from += copied;
      this.filled += copied;
    }
  }

  private flush() {
    if (this.filled === 0) return;
    this.bytes += this.filled;
    const wantsMore = this.push(this.chunk.subarray(0, this.filled));
    this.chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES);
    this.filled = 0;
    if (!wantsMore) this.connection?.stream.pause();
  }
}
