import type { NextFunction, Request, Response } from 'express';
import { badInput } from './errors';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a write sent by the page of another site: browsers say with every write which site's page sent it.
 * Tools, which send no Origin, are not concerned: they carry no cookie that somebody else could make them use.
 */
export const originCheck = (publicUrl: string) => {
  const own = new URL(publicUrl).origin;
  return (request: Request, _: Response, next: NextFunction) => {
    const { origin, host } = request.headers;
    const isOwn = origin === undefined || isOwnOrigin(origin, host, own);
    next(isOwn || READS.has(request.method) ? undefined : badInput('La requête vient d’un autre site.'));
  };
};

/** Over plain HTTP (one machine, a local network) the site may be reached by several names: the one asked for is its own. */
export function isOwnOrigin(origin: string, host: string | undefined, own: string): boolean {
  return origin === own || (own.startsWith('http:') && origin === `http://${host}`);
}
