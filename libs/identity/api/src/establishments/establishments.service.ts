import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { badInput, page, pageSize, type Connection } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import { readUai } from '@preau/identity-domain';
import { Establishment } from './establishment.entity';
import { countEstablishments, findEstablishments } from './establishments.queries';
import { searchWords } from './search-words';

const MOST_COUNTED = 200;

export interface EstablishmentFilter {
  readonly search?: string | null | undefined;
  readonly departement?: string | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** The directory of establishments, as everybody may read it. */
@Injectable()
export class EstablishmentsService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** By words, by département, or both; `totalCount` is left out beyond two hundred. */
  async find(filter: EstablishmentFilter): Promise<Connection<Establishment> & { totalCount?: number }> {
    const size = pageSize(filter.first);
    const words = filter.search ? searchWords(filter.search) : [];
    if (words === null) throw badInput('Écrivez au moins deux lettres ou chiffres.');
    const departement = filter.departement ?? null;
    if (words.length === 0 && departement === null) throw badInput('Donnez des mots ou un département.');
    const search = { words, departement };
    const rows = await findEstablishments(this.database, search, size + 1, filter.after ?? null);
    const found = page(rows, size, ({ uai }) => uai);
    const total = await countEstablishments(this.database, search, MOST_COUNTED);
    return total === null ? found : { ...found, totalCount: total };
  }

  /** One that has closed too: answers and roles may name it. */
  byUai(typed: string): Promise<Establishment | null> {
    const uai = readUai(typed);
    return uai ? this.database.manager.findOneBy(Establishment, { uai }) : Promise.resolve(null);
  }
}
