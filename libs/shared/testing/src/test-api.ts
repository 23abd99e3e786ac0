import 'reflect-metadata';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  ActorSource,
  createApp,
  FrameModule,
  type ActingRequest,
  type SignedIn,
  type Standing,
} from '@preau/shared-api';
import { VISITOR, type Actor, type Role } from '@preau/shared-domain';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from './test-database';

export interface TestApi {
  readonly app: NestExpressApplication;
  readonly url: string;
  readonly database: DataSource;
  readonly databaseUrls: Pick<TestDatabase, 'apiUrl' | 'ownerUrl'>;
  /** Sends a document as this actor (a visitor unless said). */
  graphql<T = Record<string, unknown>>(
    query: string,
    variables?: Record<string, unknown>,
    options?: { as?: TestActor; headers?: Record<string, string> },
  ): Promise<GraphQLAnswer<T>>;
  get<T>(type: Type<T>): T;
  mails(): string[];
  close(): Promise<void>;
}

export interface TestActor {
  readonly accountId: string;
  readonly roles: readonly Role[];
}

export interface GraphQLAnswer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: T | null;
  readonly errors?: readonly { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

/** Stands in for the identity domain: the request says who sends it. */
class StatedActors extends ActorSource {
  override async actorOf(request: ActingRequest): Promise<Actor> {
    const stated = request.headers.authorization?.replace(/^Test /, '');
    if (!stated) return Promise.resolve(VISITOR);
    const { accountId, roles } = JSON.parse(stated) as TestActor;
    return Promise.resolve({
      kind: 'account',
      accountId,
      sessionId: accountId,
      grants: roles.map((role) => ({ role, territory: null })),
    });
  }

  override async standings(actors: readonly SignedIn[]): Promise<Map<string, Standing>> {
    const stated = actors.map(({ sessionId, grants }) => [sessionId, { grants, isIdle: false }] as const);
    return Promise.resolve(new Map(stated));
  }
}

@Global()
@Module({
  providers: [{ provide: ActorSource, useClass: StatedActors }],
  exports: [ActorSource],
})
class StatedActorsModule {}

function composed(modules: (Type | DynamicModule)[]): Type {
  @Module({ imports: [FrameModule, ...modules] })
  class Composed {}
  return Composed;
}

interface TestApiOptions {
  readonly identity?: boolean;
  /** Those given replace the tests' own; with `PORT`, that port rather than a free one. */
  readonly settings?: Record<string, string>;
  /** What answers beside the API, as for `createApp`. */
  readonly others?: Parameters<typeof createApp>[1][];
}

/**
 * The API around some domains, on a database of its own, listening on a free port.
 * Without `identity`, actors are whoever the test says: pass `{ as }` to `graphql`.
 */
export async function startTestApi(
  modules: (Type | DynamicModule)[],
  { identity = false, settings = {}, others = [] }: TestApiOptions = {},
): Promise<TestApi> {
  const database = await createTestDatabase();
  const mailFolder = mkdtempSync(join(tmpdir(), 'preau-mail-'));
  const filesFolder = mkdtempSync(join(tmpdir(), 'preau-files-'));
  Object.assign(process.env, {
    DATABASE_URL: database.apiUrl,
    DATABASE_POOL: '8',
    SECRET_KEY: 'a test key, long enough to be one, and no secret',
    MAIL_URL: `file:${mailFolder}`,
    FILES_URL: `file:${filesFolder}`,
    LOG_LEVEL: 'fatal',
    EMBEDDED: 'true',
    SECOND_FACTOR: 'false',
    // Compiled code reads no promises from plain fields: better found here than on the tenth request.
    COMPILE_QUERIES_AFTER: '1',
    ...settings,
  });
  const app = await createApp(composed(identity ? modules : [StatedActorsModule, ...modules]), ...others);
  await app.listen(Number(settings['PORT'] ?? 0), '127.0.0.1');
  const url = await app.getUrl();
  return {
    app,
    url,
    database: app.get(DataSource),
    databaseUrls: database,
    get: (type) => app.get(type, { strict: false }),
    mails: () =>
      readdirSync(mailFolder)
        .filter((name) => name.endsWith('.eml'))
        .sort()
        .map((name) => readFileSync(join(mailFolder, name), 'utf8')),
    async graphql(query, variables = {}, { as, headers = {} } = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(as ? { authorization: `Test ${JSON.stringify(as)}` } : {}),
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      });
      const body = (await response.json()) as Omit<GraphQLAnswer<never>, 'status' | 'headers'>;
      return { status: response.status, headers: response.headers, ...body };
    },
    async close() {
      await app.close();
      await database.drop();
      for (const folder of [mailFolder, filesFolder]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
