import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { ChangeFeed } from './change-feed';
import { SESSION_COOKIES } from './cookies';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
/** Somebody's session or notifications say nothing of what everybody reads. */
const PERSONAL = /^(session|notifications):/;
/** In a lively debate this changes many times a second, which must not empty everything each time. */
const OF_ONE = /^topic:(.+)$/;
const MAX_BYTES = 64 * 1024 * 1024;
const MAX_ENTRY_BYTES = 4 * 1024 * 1024;

interface Entry {
  readonly expires: number;
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  br?: Buffer;
  gz?: Buffer;
}

/** Set by the GraphQL frame on answers that are the same for every visitor. */
export const CACHE_SECONDS_HEADER = 'x-preau-cache-seconds';

/**
 * Ready bytes of public answers, looked up before Express, GraphQL or the database do anything.
 * Only anonymous GETs are kept; any announced change empties everything at once.
 */
@Injectable()
export class ResponseCache implements OnModuleInit {
  private readonly entries = new Map<string, Entry>();
  private bytes = 0;
  private generation = 0;

  constructor(private readonly feed: ChangeFeed) {}

  onModuleInit() {
    this.feed.subscribe((topic) => {
      const one = topic === null ? null : OF_ONE.exec(topic);
      if (one?.[1]) this.clearNaming(one[1]);
      else if (topic === null || !PERSONAL.test(topic)) this.clear();
    });
  }

  /** Drops the answers whose question names an id; lists that mention it last out their few seconds. */
  private clearNaming(id: string) {
    for (const [url, entry] of this.entries) if (url.includes(id)) this.drop(url, entry);
    this.generation += 1;
  }

  clear() {
    this.entries.clear();
    this.bytes = 0;
    this.generation += 1;
  }

  readonly middleware = (request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' || !request.url.startsWith('/graphql?') || isSignedIn(request)) {
      next();
      return;
    }
    const entry = this.entries.get(request.url);
    if (entry && entry.expires > Date.now()) {
      send(request, response, entry);
      return;
    }
    this.keepAnswer(request.url, response);
    next();
  };

  private keepAnswer(url: string, response: Response) {
    const generation = this.generation;
    const end = response.end.bind(response);
    response.end = ((chunk?: unknown, ...rest: never[]) => {
      const seconds = Number(response.getHeader(CACHE_SECONDS_HEADER) ?? 0);
      response.removeHeader(CACHE_SECONDS_HEADER);
      const plain = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      // A change announced while the answer was being made leaves it out: it may describe the time before.
      if (
        seconds > 0 &&
        response.statusCode === 200 &&
        Buffer.isBuffer(plain) &&
        generation === this.generation
      ) {
        this.store(url, plain, String(response.getHeader('content-type')), seconds);
      }
      return end(chunk as never, ...rest);
    }) as typeof response.end;
  }

  private store(url: string, plain: Buffer, type: string, seconds: number) {
    if (plain.length > MAX_ENTRY_BYTES) return;
    const old = this.entries.get(url);
    if (old) this.drop(url, old);
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    const entry: Entry = { expires: Date.now() + seconds * 1_000, type, etag, plain };
    this.entries.set(url, entry);
    this.bytes += plain.length;
    for (const [key, oldest] of this.entries) {
      if (this.bytes <= MAX_BYTES) break;
      this.drop(key, oldest);
    }
    void compress(entry);
  }

  private drop(url: string, entry: Entry) {
    this.entries.delete(url);
    this.bytes -= entry.plain.length;
  }
}

async function compress(entry: Entry) {
  if (entry.plain.length < 1_024) return;
  entry.gz = await gzipped(entry.plain);
  entry.br = await brotli(entry.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}

function isSignedIn(request: Request): boolean {
  const cookies = request.headers.cookie;
  return cookies !== undefined && SESSION_COOKIES.some((name) => cookies.includes(`${name}=`));
}

function send(request: Request, response: Response, entry: Entry) {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const headers: Record<string, string | number> = {
    'content-type': entry.type,
    etag: entry.etag,
    vary: 'accept-encoding, cookie',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  };
  if (request.headers['if-none-match'] === entry.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  let body = entry.plain;
  if (entry.br && /\bbr\b/.test(accepted)) {
    body = entry.br;
    headers['content-encoding'] = 'br';
  } else if (entry.gz && /\bgzip\b/.test(accepted)) {
    body = entry.gz;
    headers['content-encoding'] = 'gzip';
  }
  headers['content-length'] = body.length;
  response.writeHead(200, headers).end(body);
}
