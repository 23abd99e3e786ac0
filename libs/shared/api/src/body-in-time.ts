import type { NextFunction, Request, Response } from 'express';

/** What somebody writes is here in this time, however slow the line; a body that drips for longer ties a connection up. */
export const BODY_MS = 30_000;
/** Ten megabytes from a telephone, at less than a megabit a second. */
export const FILE_MS = 120_000;

/** Cuts requests whose body does not come. Files have longer: the server itself ends those (`requestTimeout`). */
export function bodyInTime(request: Request, _: Response, next: NextFunction): void {
  if (request.method === 'POST' && !request.path.startsWith('/files/')) {
    const late = setTimeout(() => {
      if (!request.complete) request.destroy();
    }, BODY_MS);
    request.once('close', () => {
      clearTimeout(late);
    });
  }
  next();
}
