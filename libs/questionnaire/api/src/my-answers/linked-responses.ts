import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { seal, unseal } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import { LinkedResponse } from './linked-response.entity';

/** Far more questionnaires than anybody answers without signing in. */
export const MAX_LINKS = 200;
const PURPOSE = 'linked response';

/** The codes somebody entered in their space, for whoever holds their personal key. */
@Injectable()
export class LinkedResponses {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** In no order. */
  async codes(personalKey: Buffer): Promise<string[]> {
    const rows = await this.database.manager.findBy(LinkedResponse, { ownerTag: ownerTag(personalKey) });
    return rows.map(({ sealed }) => unseal(personalKey, PURPOSE, sealed).toString('utf8'));
  }

  /** Linking again what is linked changes nothing. */
  async add(personalKey: Buffer, code: string): Promise<void> {
    await this.database.manager
      .createQueryBuilder()
      .insert()
      .into(LinkedResponse)
      .values({
        ownerTag: ownerTag(personalKey),
        linkTag: linkTag(personalKey, code),
        sealed: seal(personalKey, PURPOSE, Buffer.from(code)),
      })
      .orIgnore()
      .execute();
  }

  /** The response itself stays, and its code goes on opening it. */
  async remove(personalKey: Buffer, code: string): Promise<void> {
    await this.database.manager.delete(LinkedResponse, {
      ownerTag: ownerTag(personalKey),
      linkTag: linkTag(personalKey, code),
    });
  }
}

const keyed = (personalKey: Buffer, text: string) => createHmac('sha256', personalKey).update(text).digest();
const ownerTag = (personalKey: Buffer) => keyed(personalKey, 'linked responses');
const linkTag = (personalKey: Buffer, code: string) => keyed(personalKey, `link to ${code}`);
