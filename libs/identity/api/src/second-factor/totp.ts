import { timingSafeEqual } from 'node:crypto';
import { HOTP, Secret, TOTP } from 'otpauth';
import { TOTP_SECONDS } from '@preau/identity-domain';

/** What every application that shows codes can do. */
const FORM = { algorithm: 'SHA1', digits: 6 } as const;
/** As many as RFC 4226 recommends. */
const SECRET_BYTES = 20;

export const newSecret = (): Buffer => Buffer.from(new Secret({ size: SECRET_BYTES }).bytes);

/** The secret as a person types it into an application: base 32, four letters at a time. */
export const typedForm = (secret: Buffer): string => secretOf(secret).base32.replace(/.{4}(?=.)/g, '$& ');

/** What the QR code holds: the issuer names the site in the application, the label the account. */
export const setupUri = (secret: Buffer, issuer: string, label: string): string =>
  new TOTP({ ...FORM, period: TOTP_SECONDS, issuer, label, secret: secretOf(secret) }).toString();

/** The step, of these, whose code was typed; null when of none. Every one is compared, in the same time. */
export function stepOf(secret: Buffer, typed: string, steps: readonly number[]): number | null {
  const given = Buffer.from(typed);
  const matching = steps.filter((counter) => {
    const code = Buffer.from(HOTP.generate({ ...FORM, secret: secretOf(secret), counter }));
    return given.length === code.length && timingSafeEqual(given, code);
  });
  return matching[0] ?? null;
}

const secretOf = (secret: Buffer) => new Secret({ buffer: new Uint8Array(secret).buffer });
