import { isIP } from 'node:net';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { requestOf } from './access';
import type { Config } from './config';

/** Where on the network something was sent from, as hosts must keep it of what is published; never of an answer. */
export interface NetworkPlace {
  readonly address: string | null;
  /** Null behind a proxy that does not tell it: the proxy’s own would name nobody. */
  readonly port: number | null;
  /** The Message-ID of what came by mail, whose servers know the rest. */
  readonly mailId: string | null;
}

const PORT_HEADER = 'client port header';

/** Has what proxies say of who asks believed, of those in `TRUSTED_PROXIES` alone. */
export function trustProxies(app: { set(name: string, value: unknown): unknown }, config: Config): void {
  if (config.TRUSTED_PROXIES.length === 0) return;
  app.set('trust proxy', [...config.TRUSTED_PROXIES]);
  app.set(PORT_HEADER, config.CLIENT_PORT_HEADER.toLowerCase());
}

/** Where a request comes from: its connection, or what a trusted proxy says. */
export function networkPlaceOf(request: Request): NetworkPlace {
  const { remoteAddress, remotePort = null } = request.socket;
  const trusts = request.app.get('trust proxy fn') as (address: string | undefined, hop: number) => boolean;
  const direct = { address: plainAddress(remoteAddress ?? ''), port: remotePort, mailId: null };
  if (!trusts(remoteAddress, 0) || !request.headers['x-forwarded-for']) return direct;
  // Some proxies write the port after the address: `192.0.2.1:4711`, `[2001:db8::1]:4711`.
  const told = /^\[?(.*?)\]?(?::(\d{1,5}))?$/.exec(bracketed(request.ip ?? ''));
  const header = request.app.get(PORT_HEADER) as string;
  const port = told?.[2] ?? (header && request.get(header));
  return { ...direct, address: plainAddress(told?.[1] ?? '') ?? direct.address, port: portOf(port) };
}

/** The network place of the request, in a resolver’s or a controller’s arguments. */
export const SentFrom = createParamDecorator((_: unknown, context: ExecutionContext): NetworkPlace =>
  networkPlaceOf(requestOf(context)),
);

/** An address of version 6 ends in something like a port. */
const bracketed = (address: string) => (isIP(address) === 6 ? `[${address}]` : address);

/** Without the zone, and an address of version 4 in its own form; null for anything else. */
function plainAddress(text: string): string | null {
  const address = text.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(address) === 0 ? null : address;
}

function portOf(text: string | undefined): number | null {
  const port = Number(text);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
}
