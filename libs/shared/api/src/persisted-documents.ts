import { readFileSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { CONFIG, type Config } from './config';

/** The web client sends the hash of each document instead of its text: public queries as plain GETs. */
@Injectable()
export class PersistedDocuments {
  private readonly documents: ReadonlyMap<string, string>;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    const file = config.GRAPHQL_DOCUMENTS;
    const shipped = file ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
    this.documents = new Map(Object.entries(shipped));
  }

  /** The text of a document shipped with the web client. */
  textOf(documentId: string): string | undefined {
    return this.documents.get(documentId);
  }

  /** Turns `documentId` into the document's text, for GET (address) and POST (body); an unknown hash is refused. */
  readonly middleware = (request: Request, response: Response, next: NextFunction) => {
    const body = request.body as { documentId?: unknown; query?: unknown } | undefined;
    const address = request.method === 'GET' ? new URL(request.originalUrl, 'http://local') : null;
    const id = address ? address.searchParams.get('documentId') : body?.documentId;
    if (typeof id !== 'string') {
      if (this.config.TRUSTED_DOCUMENTS_ONLY)
        refuse(response, 'Seuls les documents publiés avec le site sont acceptés.');
      else next();
      return;
    }
    const document = this.documents.get(id);
    if (document === undefined) {
      refuse(response, 'Document inconnu : rechargez la page.');
    } else if (address) {
      address.searchParams.delete('documentId');
      address.searchParams.set('query', document);
      request.url = `${request.url.split('?')[0] ?? ''}?${address.searchParams.toString()}`;
      next();
    } else {
      request.body = { ...body, documentId: undefined, query: document };
      next();
    }
  };
}

function refuse(response: Response, message: string) {
  response.status(400).json({ errors: [{ message, extensions: { code: 'BAD_INPUT' } }] });
}
