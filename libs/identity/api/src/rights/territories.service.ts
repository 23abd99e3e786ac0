import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { readUai } from '@preau/identity-domain';
import { RequestLoader, type RequestContext } from '@preau/shared-api';
import type { Territory } from '@preau/shared-domain';
import { Establishment } from '../establishments/establishment.entity';
import { listedTerritory } from '../territories';
import type { NamedTerritory } from './territory.types';

/** Which territories there are, and what they are called. */
@Injectable()
export class Territories {
  private readonly establishments = new RequestLoader<string, string | null>(async (codes) => {
    const found = await this.database.manager.findBy(Establishment, { uai: In([...codes]) });
    return codes.map((code) => {
      const establishment = found.find(({ uai }) => uai === code);
      return establishment ? `${establishment.name}, ${establishment.commune}` : null;
    });
  });

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Whether a role can be granted there. The nation is no territory to grant: a role without one holds everywhere. */
  async isKnown(tx: EntityManager, { level, code }: Territory): Promise<boolean> {
    if (level === 'nation') return false;
    if (level !== 'etablissement') return listedTerritory({ level, code }) !== null;
    return readUai(code) === code && (await tx.existsBy(Establishment, { uai: code }));
  }

  async named(context: RequestContext, { level, code }: Territory): Promise<NamedTerritory> {
    const name =
      level === 'etablissement'
        ? await this.establishments.of(context, code)
        : listedTerritory({ level, code })?.name;
    return { level, code, name: name ?? code };
  }
}
