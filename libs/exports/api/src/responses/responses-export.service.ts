import { randomUUID } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  audit,
  BYTE_ORDER_MARK,
  CONFIG,
  type Config,
  createLogger,
  csvLine,
  type Dialect,
  EndedSessions,
  FrameError,
  isUuid,
  notFound,
  transaction,
} from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import type { Response } from 'express';
import type { DataSource } from 'typeorm';
import type { CopyRows } from './copy-rows';
import { loadForm } from '../export-form';
import { fileHeaders } from '../file-headers';
import { responsesCopy } from './responses-copy';
import { Snapshot } from './snapshot';

/** Each keeps a PostgreSQL process busy: more at once would be felt by those who are answering. */
const MOST_AT_ONCE = 3;
/** A reader who takes nothing for this long is gone. */
const STALLED_MS = 60_000;

export interface ExportRequest {
  readonly questionnaireId: string;
  readonly dialect: Dialect;
  readonly actor: Actor;
}

/** How a download ended: all of it sent, left by its reader, cut because its session had ended, or broken on our side. */
type Outcome = 'complete' | 'aborted' | 'cut' | 'failed';

/** Downloads of every answer of a questionnaire, each audited when it begins and when it ends. */
@Injectable()
export class ResponsesExport implements OnModuleDestroy {
  private readonly running = new Map<Response, Promise<void>>();
  private readonly log;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly endedSessions: EndedSessions,
  ) {
    this.log = createLogger(config, 'exports');
  }

  /** A process that stops does not wait for somebody's download. */
  async onModuleDestroy() {
    for (const response of this.running.keys()) response.destroy();
    await Promise.allSettled(this.running.values());
  }

  /** Streams the file, or throws what the frame answers with. Resolves when the download has ended, however it did. */
  async send(request: ExportRequest, response: Response): Promise<void> {
    if (!isUuid(request.questionnaireId)) throw notFound();
    if (this.running.size >= MOST_AT_ONCE) throw tooMany(response);
    const sending = this.sendOne(request, response);
    this.running.set(response, sending);
    try {
      await sending;
    } finally {
      this.running.delete(response);
    }
  }

  private async sendOne(request: ExportRequest, response: Response): Promise<void> {
    const download = randomUUID();
    const sent = await this.sendFromSnapshot(request, response, download);
    if (!sent) return;
    const { outcome, rows } = sent;
    try {
      const end = { download, outcome, rows: rows.rows, bytes: rows.bytes };
      await this.record(request, 'exports.responses.end', end);
    } catch (error) {
      this.log.error({ err: error, download }, 'the end of an export could not be recorded');
    }
  }

  private async sendFromSnapshot(
    request: ExportRequest,
    response: Response,
    download: string,
  ): Promise<{ outcome: Outcome; rows: CopyRows } | null> {
    const { questionnaireId, dialect } = request;
    const snapshot = await Snapshot.open(this.config.DATABASE_URL);
    try {
      const form = await loadForm(snapshot.query, questionnaireId);
      if (!form) throw notFound();
      const { names, statement } = responsesCopy(questionnaireId, form.definitions, dialect);
      response.set(fileHeaders(form, 'reponses', new Date()));
      response.set('X-Estimated-Rows', String(form.estimatedRows));
      if (response.req.method === 'HEAD') {
        response.end();
        return null;
      }
      await this.record(request, 'exports.responses', { download, dialect: dialect.name });
      const rows = snapshot.copy(statement, BYTE_ORDER_MARK + csvLine(names, dialect));
      return { outcome: await this.stream(rows, response, request.actor, download), rows };
    } finally {
      await this.close(snapshot);
    }
  }

  private async stream(rows: CopyRows, response: Response, actor: Actor, download: string): Promise<Outcome> {
    let isCut = false;
    const cut = () => {
      isCut = true;
      response.destroy();
    };
    const release = this.endedSessions.watch(actor, cut, { evenIdle: true });
    // Silence may also be PostgreSQL sorting: only a reader who is waited for can stall.
    response.setTimeout(STALLED_MS, () => response.writableNeedDrain && response.destroy());
    try {
      await pipeline(rows, response);
      return 'complete';
    } catch {
      if (!rows.failure) return isCut ? 'cut' : 'aborted';
      this.log.error({ err: rows.failure, download }, 'export failed');
      return 'failed';
    } finally {
      release();
    }
  }

  private async close(snapshot: Snapshot): Promise<void> {
    try {
      await snapshot.close((pid) => this.database.query('SELECT pg_terminate_backend($1)', [pid]));
    } catch (error) {
      this.log.error({ err: error }, 'the session of an export could not be ended in order');
    }
  }

  private record({ actor, questionnaireId }: ExportRequest, action: string, details: object): Promise<void> {
    const object = `questionnaire:${questionnaireId.toLowerCase()}`;
    return transaction(this.database, (tx) => audit(tx, actor, { action, object, details }));
  }
}

function tooMany(response: Response): FrameError {
  response.set('Retry-After', '60');
  return new FrameError(
    'RATE_LIMITED',
    `${MOST_AT_ONCE} téléchargements sont déjà en cours : réessayez dans une minute.`,
  );
}
