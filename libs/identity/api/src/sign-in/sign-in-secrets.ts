import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@preau/shared-api';

/**
 * What a sign-in mail holds, derived from the server's key and the request's id: the job that sends the mail
 * needs only the id, and the database holds nothing that would open a session.
 */
@Injectable()
export class SignInSecrets {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The link's 256-bit token. */
  tokenOf(requestId: string): string {
    return this.keyed('sign-in token', requestId).toString('base64url');
  }

  /** The six figures. */
  codeOf(requestId: string): string {
    const number = this.keyed('sign-in code', requestId).readUIntBE(0, 6) % 1_000_000;
    return String(number).padStart(6, '0');
  }

  tokenHash(token: string): Buffer {
    return createHash('sha256').update(token).digest();
  }

  codeHash(requestId: string, code: string): Buffer {
    return this.keyed('sign-in code hash', `${requestId} ${code}`);
  }

  isCode(request: { id: string; codeHash: Buffer }, code: string): boolean {
    return timingSafeEqual(request.codeHash, this.codeHash(request.id, code));
  }

  /** Stands for an address in counts: addresses without an account are never written down. */
  addressKey(email: string): Buffer {
    return this.keyed('sign-in address', email);
  }

  private keyed(purpose: string, value: string): Buffer {
    return createHmac('sha256', this.config.SECRET_KEY).update(`${purpose}\0${value}`).digest();
  }
}
