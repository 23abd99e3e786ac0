import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

/** SHA-256 of the two style elements react-dsfr writes (`:root { color-scheme: light; }`, `… dark; }`); a test recomputes them. */
export const COLOR_SCHEME_STYLES = [':root { color-scheme: light; }', ':root { color-scheme: dark; }'];
export const COLOR_SCHEME_HASHES = [
  "'sha256-HzhUjVBe6Oi2wcxUM7bmy2Rp9VdLMHYDdYr9MalNmOY='",
  "'sha256-xVQ4mcypV0CvOtZpQgVcKpcoNvdUkR9BrwZBrtBbU+w='",
];

/** Nothing is loaded from elsewhere, nothing is inline, nobody frames us. */
export function securityHeaders(https: boolean) {
  const headers = writtenBy(policies(https));
  return (_: Request, response: Response, next: NextFunction) => {
    response.setHeaders(headers);
    next();
  };
}

/** None of these headers depends on the request: a dozen middlewares are asked once for all of them. */
function writtenBy(middleware: ReturnType<typeof helmet>): Map<string, string> {
  const headers = new Map<string, string>();
  const response = { setHeader: headers.set.bind(headers), removeHeader: headers.delete.bind(headers) };
  middleware({} as Request, response as unknown as Response, (error) => {
    if (error) throw new Error('The security headers cannot be written', { cause: error });
  });
  return headers;
}

const policies = (https: boolean) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", ...COLOR_SCHEME_HASHES],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['react-dsfr', 'react-dsfr-asap', 'preau-service-worker'],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
