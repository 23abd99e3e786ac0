import { createServer } from 'node:net';
import { Refusal } from './terminal.ts';

/** Tries to listen; resolves with the port taken and given back, or rejects with the system's error. */
function tryPort(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

/** A free port of this machine: the preferred one when it can be had. */
export async function freePort(preferred = 0): Promise<number> {
  return tryPort(preferred, '127.0.0.1').catch(() => tryPort(0, '127.0.0.1'));
}

/** Refuses, with the sentence that mends it, when the site could not listen on this port. */
export async function requirePort(port: number, host: string): Promise<void> {
  // `localhost` may lead a browser to ::1 first: somebody else's server there would answer in our place.
  const hosts = host === '127.0.0.1' || host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
  for (const each of hosts) {
    const code = await tryPort(port, each).then(
      () => null,
      (error: NodeJS.ErrnoException) => error.code ?? error.message,
    );
    if (code === null || (each === '::1' && code !== 'EADDRINUSE')) continue;
    throw new Refusal(portRefusal(port, host, code));
  }
}

/** The sentence for a port or an address that cannot be listened on. */
export function portRefusal(port: number, host: string, code: string): string {
  const other = port < 65535 ? port + 1 : 3000;
  if (code === 'EADDRINUSE')
    return `Le port ${port} est déjà pris par un autre programme : arrêtez-le, ou choisissez un autre port, par exemple « PORT=${other} npm start ».`;
  if (code === 'EACCES')
    return `Ce compte n’a pas le droit d’écouter sur le port ${port} : choisissez un port au-dessus de 1023, par exemple « PORT=3000 npm start ».`;
  return `Impossible d’écouter sur ${host}:${port} (${code}) : corrigez HOST, par exemple « HOST=127.0.0.1 npm start ».`;
}
