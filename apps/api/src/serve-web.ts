import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '@preau/shared-api';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import staticGzip from 'express-static-gzip';
import { feedOf, withFeed } from './page-feeds';

/** Addresses that are answered by the API, never by the page. */
export const API =
  /^\/(?:graphql|exports|auth|health|metrics|dev|opendata|feeds|files|catalogue\.jsonld)(?:\/|$)/;
/** The texts of the client's operations lie beside it for the API to read: they are not published. */
const PRIVATE = /^\/persisted-documents\.json/;
const FILE = /\.\w+$/;
const A_YEAR = 365 * 24 * 60 * 60 * 1000;
const HALF_A_YEAR = 182 * 24 * 60 * 60 * 1000;

type WebConfig = Pick<Config, 'WEB_ROOT' | 'publicUrl'>;

/**
 * Serves the built web client: hashed files for good, already compressed; the page, always fresh, for every other address
 * that asks for HTML. A hashed file that is gone is a 404, not the page: a browser would try to run it.
 */
export function webClient({ WEB_ROOT: root, publicUrl }: WebConfig): RequestHandler {
  if (!root || !existsSync(join(root, 'index.html'))) {
    return (_request, _response, next) => {
      next();
    };
  }
  const compressed = { enableBrotli: true, orderPreference: ['br', 'gz'], index: false };
  const assets = staticGzip(join(root, 'assets'), {
    ...compressed,
    serveStatic: { maxAge: A_YEAR, immutable: true, redirect: false },
  });
  const others = staticGzip(root, {
    ...compressed,
    serveStatic: {
      cacheControl: false,
      redirect: false,
      setHeaders: (response) => {
        response.setHeader('cache-control', 'no-cache');
      },
    },
  });
  return (request: Request, response: Response, next: NextFunction) => {
    const path = decoded(request.path);
    if (path === null || (request.method !== 'GET' && request.method !== 'HEAD') || API.test(path)) {
      next();
    } else if (path === '/.well-known/security.txt') {
      response.type('text/plain').send(securityTxt(publicUrl, new Date()));
    } else if (path.startsWith('/assets/')) {
      request.url = request.url.slice('/assets'.length);
      assets(request, response, () => {
        response.removeHeader('content-encoding');
        response.status(404).type('text/plain').send('Ce fichier n’existe pas, ou plus.\n');
      });
    } else if (PRIVATE.test(path) || !mayBePage(request)) {
      next();
    } else {
      const { url } = request;
      const leave = () => {
        response.removeHeader('content-encoding');
        request.url = url;
        next();
      };
      others(request, response, () => {
        const feed = feedOf(path, request.query['theme']);
        if (FILE.test(path)) leave();
        else if (feed) {
          response.setHeader('cache-control', 'no-cache');
          response.type('html').send(withFeed(readFileSync(join(root, 'index.html'), 'utf8'), feed));
        } else {
          request.url = '/index.html';
          others(request, response, leave);
        }
      });
    }
  };
}

/** What the file server will look for; null when it cannot be read. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** Programs that ask for a picture or for JSON get an honest 404 from the API instead of a page. */
function mayBePage(request: Request): boolean {
  return FILE.test(request.path) || request.accepts(['html', 'json', 'image/*']) === 'html';
}

/** RFC 9116. It must expire within a year: each answer is good for half of one. */
function securityTxt(publicUrl: string, now: Date): string {
  return [
    `Contact: ${publicUrl}/contact`,
    `Expires: ${new Date(now.getTime() + HALF_A_YEAR).toISOString()}`,
    'Preferred-Languages: fr, en',
    `Canonical: ${publicUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
}
