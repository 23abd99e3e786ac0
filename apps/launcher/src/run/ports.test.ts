import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { freePort, portRefusal, requirePort } from './ports.ts';

const servers: Server[] = [];

function listen(host: string): Promise<number> {
  const server = createServer();
  servers.push(server);
  return new Promise((resolve) =>
    server.listen(0, host, () => resolve((server.address() as AddressInfo).port)),
  );
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

describe('ports', () => {
  it('a taken port is refused with the command that mends it', async () => {
    const port = await listen('127.0.0.1');
    await expect(requirePort(port, '127.0.0.1')).rejects.toThrow(
      `Le port ${port} est déjà pris par un autre programme : arrêtez-le, ou choisissez un autre port, par exemple « PORT=${port + 1} npm start ».`,
    );
  });

  it('a port taken on every address is refused too', async () => {
    const port = await listen('0.0.0.0');
    await expect(requirePort(port, '127.0.0.1')).rejects.toThrow(`Le port ${port} est déjà pris`);
  });

  it('a free port is accepted, and left free', async () => {
    const port = await freePort();
    await requirePort(port, '127.0.0.1');
    await requirePort(port, '127.0.0.1');
  });

  it('the database keeps its last port, or takes another when somebody has it', async () => {
    const free = await freePort();
    expect(await freePort(free)).toBe(free);
    const taken = await listen('127.0.0.1');
    expect(await freePort(taken)).not.toBe(taken);
  });

  it('a low port and a wrong address have their own sentences', () => {
    expect(portRefusal(80, '127.0.0.1', 'EACCES')).toMatch(/n’a pas le droit.*PORT=3000 npm start/);
    expect(portRefusal(3000, '10.9.9.9', 'EADDRNOTAVAIL')).toMatch(/10\.9\.9\.9:3000.*corrigez HOST/);
  });
});
