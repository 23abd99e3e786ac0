import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

/** One answered request: its status, its body and how long it took, in milliseconds. */
export type Answer = { status: number; body: Buffer; ms: number };

/**
 * A keep-alive HTTP/1.1 connection that does as little as possible itself: it shares two cores with what it measures.
 * Reads answers with a Content-Length only, which is all the measured addresses give.
 */
export class Connection {
  private buffered: Buffer = Buffer.alloc(0);
  private wake: (() => void) | null = null;
  private failure: Error | null = null;
  private readonly socket: Socket;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => {
      this.buffered = this.buffered.length === 0 ? chunk : Buffer.concat([this.buffered, chunk]);
      this.wake?.();
    });
    socket.on('close', () => {
      this.failure ??= new Error('the server closed the connection');
      this.wake?.();
    });
    socket.on('error', (error) => (this.failure = error));
  }

  static async open(port: number): Promise<Connection> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new Connection(socket);
  }

  async send(request: Buffer): Promise<Answer> {
    const began = performance.now();
    this.socket.write(request);
    for (;;) {
      const answer = this.take();
      if (answer) return { ...answer, ms: performance.now() - began };
      if (this.failure) throw this.failure;
      await new Promise<void>((resolve) => (this.wake = resolve));
      this.wake = null;
    }
  }

  close(): void {
    this.socket.destroy();
  }

  private take(): Omit<Answer, 'ms'> | null {
    const end = this.buffered.indexOf('\r\n\r\n');
    if (end < 0) return null;
    const head = this.buffered.toString('latin1', 0, end);
    const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) throw new Error(`no Content-Length in: ${head}`);
    const whole = end + 4 + length;
    if (this.buffered.length < whole) return null;
    const answer = { status: Number(head.slice(9, 12)), body: this.buffered.subarray(end + 4, whole) };
    this.buffered = this.buffered.subarray(whole);
    return answer;
  }
}

export function httpRequest(method: 'GET' | 'POST', path: string, body = '', headers = ''): Buffer {
  return Buffer.from(
    `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n` +
      `Apollo-Require-Preflight: 1\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

export type Load = {
  readonly port: number;
  readonly clients: number;
  readonly requests: number;
  /** The nth request; throws in `check` when its answer is not what it must be. */
  readonly request: (index: number) => Buffer;
  readonly check: (answer: Answer, index: number) => void;
};

export type Measure = { perSecond: number; p50: number; p95: number; p99: number; seconds: number };

/** Sends `requests` in all from `clients` connections, each waiting for its answer before it sends again. */
export async function load({ port, clients, requests, request, check }: Load): Promise<Measure> {
  const times: number[] = [];
  const connections = await Promise.all(Array.from({ length: clients }, () => Connection.open(port)));
  let next = 0;
  const began = performance.now();
  await Promise.all(
    connections.map(async (connection) => {
      for (let index = next++; index < requests; index = next++) {
        const answer = await connection.send(request(index));
        check(answer, index);
        times.push(answer.ms);
      }
      connection.close();
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  return { perSecond: requests / seconds, seconds, ...percentiles(times) };
}

export function percentiles(times: number[]): { p50: number; p95: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export const median = (values: number[]): number => percentiles(values).p50;
