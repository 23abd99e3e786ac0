import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { GraphQLError, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { ActingRequest } from '../access';
import type { ActorSource } from '../actor-source';
import { CONFIG, type Config } from '../config';
import { EndedSessions } from '../ended-sessions';
import { maskError } from '../errors';
import { refuseUnstorable } from '../graphql-plugin';
import { createLogger } from '../log';
import { isOwnOrigin } from '../origin-check';
import { PersistedDocuments } from '../persisted-documents';
import { SocketCount } from './socket-count';
import { subscribeTogether } from './subscribe-together';
import { subscriptionDocument } from './subscription-document';

const PATH = '/graphql';
const MAX_MESSAGE_BYTES = 64 * 1024;
/** Subscriptions of one socket at a time. */
const OF_A_SOCKET = 10;
/** Said by the close: the session has ended, connecting again will not help. */
export const SESSION_ENDED = 4401;

type Upgrade = ActingRequest & IncomingMessage;

/**
 * GraphQL subscriptions over web sockets (`graphql-transport-ws`), on the port and the path of the API. A socket is opened
 * by the session of its upgrade request, from our own pages or from tools that have no cookie to lend, and closes with that
 * session. Each subscription passes `@Access` like any other operation.
 */
@Injectable()
export class SubscriptionServer implements OnModuleDestroy {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  private readonly count = new SocketCount();
  private close: () => Promise<void> | void = () => undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly endedSessions: EndedSessions,
    private readonly documents: PersistedDocuments,
  ) {}

  /** Serves the subscriptions of a schema on an HTTP server. */
  attach(server: Server, schema: GraphQLSchema, actors: ActorSource): void {
    const log = createLogger(this.config, 'subscriptions');
    // Without an original, it is about the request: GraphQL or `judge` says so.
    const told = (error: GraphQLError) =>
      error.originalError ? maskError(error.toJSON(), error, log) : aboutTheRequest(error);
    const { dispose } = useServer(
      {
        connectionInitWaitTimeout: 5_000,
        subscribe: subscribeTogether,
        onSubscribe: (context, _, payload) =>
          Object.keys(context.subscriptions).length > OF_A_SOCKET
            ? [new GraphQLError('Trop d’abonnements.', { extensions: { code: 'RATE_LIMITED' } })]
            : this.judge(schema, payload, context.extra.request as Upgrade),
        onError: (_, __, ___, errors) => errors.map(told),
        onNext: (_, __, ___, ____, result) =>
          result.errors ? { ...result, errors: result.errors.map(told) } : result,
      },
      this.sockets,
      30_000,
    );
    this.close = dispose;
    server.on('upgrade', (request: Upgrade, socket: Duplex, head: Buffer) => {
      // Whoever hangs up while being let in is nobody's concern.
      socket.on('error', hangUp);
      this.letIn(request, socket, head, actors).catch((error: unknown) => {
        log.error({ err: error }, 'upgrade failed');
        refuse(socket, '500 Internal Server Error');
      });
    });
  }

  /** Before the HTTP server closes, which waits for every socket. */
  async onModuleDestroy() {
    await this.close();
    for (const socket of this.sockets.clients) socket.terminate();
  }

  private async letIn(request: Upgrade, socket: Duplex, head: Buffer, actors: ActorSource) {
    const { origin, host } = request.headers;
    if (request.url?.split('?')[0] !== PATH) {
      refuse(socket, '404 Not Found');
      return;
    }
    // A page of another site could open a socket with our cookie: browsers ask nobody first, but say where it comes from.
    if (origin !== undefined && !isOwnOrigin(origin, host, new URL(this.config.publicUrl).origin)) {
      refuse(socket, '403 Forbidden');
      return;
    }
    const actor = await actors.actorOf(request);
    const giveBack = this.count.take(actor);
    if (giveBack === null) {
      refuse(socket, '429 Too Many Requests');
      return;
    }
    socket.once('close', giveBack);
    request.actor = actor;
    this.sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.once(
        'close',
        this.endedSessions.watch(actor, () => end(opened)),
      );
      // The whole request would stay as long as the socket: who sent it is all that is asked of it.
      this.sockets.emit('connection', opened, { actor, headers: {} });
    });
  }

  private judge(
    schema: GraphQLSchema,
    payload: SubscribePayload,
    req: Upgrade,
  ): ExecutionArgs | readonly GraphQLError[] {
    const trustedOnly = this.config.TRUSTED_DOCUMENTS_ONLY;
    const document = subscriptionDocument(schema, this.documents, trustedOnly, payload);
    if (document instanceof GraphQLError) return [document];
    const { operationName, variables } = payload;
    try {
      refuseUnstorable(variables ?? {}, []);
    } catch (error) {
      return [new GraphQLError((error as Error).message, { extensions: { code: 'BAD_INPUT' } })];
    }
    return {
      schema,
      document,
      operationName: operationName ?? null,
      variableValues: variables ?? null,
      contextValue: { req },
    };
  }
}

const aboutTheRequest = ({ message, extensions }: GraphQLError) => ({
  message,
  extensions: { code: extensions['code'] ?? 'BAD_INPUT' },
});

/** A function of its own: one made beside the request would keep it as long as the socket. */
function hangUp(this: Duplex) {
  this.destroy();
}

function refuse(socket: Duplex, status: string) {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Says why, and does not wait for an answer. */
function end(socket: WebSocket) {
  socket.close(SESSION_ENDED, 'Session terminée');
  setTimeout(() => {
    socket.terminate();
  }, 500).unref();
}
