import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';

const READY = /Préau est prêt/;
const START_TIMEOUT_MS = 240_000;

export interface Product {
  readonly url: string;
  readonly mailFolder: string;
  readonly dataDir: string;
  /** What it printed so far. */
  output(): string;
  /** As Ctrl-C in the terminal; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** As a crash: no warning, nothing cleaned up. */
  kill(): Promise<void>;
  removeData(): void;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

/** Starts the whole product as `npm start` does, on a data folder and a port of its own. */
export async function startProduct(given: { dataDir?: string } = {}): Promise<Product> {
  const port = await freePort();
  const root = resolve('.data');
  const dataDir = given.dataDir ?? mkdtempSync(join(root, 'e2e-'));
  const child = spawn(process.execPath, ['apps/launcher/src/start.ts'], {
    env: { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const collect = (chunk: Buffer) => (printed += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  await readiness(child, () => printed);
  return {
    url: `http://localhost:${port}`,
    mailFolder: join(dataDir, 'mail'),
    dataDir,
    output: () => printed,
    async stop() {
      child.kill('SIGINT');
      return (await ended(child))[0];
    },
    async kill() {
      child.kill('SIGKILL');
      await ended(child);
    },
    removeData: () => {
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function ended(child: ChildProcess): Promise<[number | null]> {
  if (child.exitCode !== null || child.signalCode !== null) return [child.exitCode];
  return (await once(child, 'exit')) as [number | null];
}

function readiness(child: ChildProcess, printed: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      reject(new Error(`${why}\n${printed()}`));
    };
    const timeout = setTimeout(() => {
      child.kill('SIGINT');
      fail('The product was not ready in time.');
    }, START_TIMEOUT_MS);
    const look = () => {
      if (!READY.test(printed())) return;
      clearTimeout(timeout);
      resolve();
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) => {
      clearTimeout(timeout);
      fail(`The product ended with ${String(code)} while starting.`);
    });
  });
}

/** The newest mail to an address, decoded enough to read a link and a code in it. */
export function mailsTo(folder: string, address: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .map((name) =>
      readFileSync(join(folder, name), 'utf8')
        .replace(/=\r?\n/g, '')
        .replace(/=3D/g, '='),
    )
    .filter((mail) => mail.includes(`To: ${address}`));
}
