import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { badInput, page, pageSize, type Connection } from '@preau/shared-api';
import type { DataSource } from 'typeorm';
import type { Establishment } from '../establishments/establishment.entity';
import { searchWords } from '../establishments/search-words';
import { Network } from './network.entity';
import { findMembers, findNetworks } from './networks.queries';

export interface NetworkFilter {
  readonly academie?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** Networks of establishments, as everybody may read them. */
@Injectable()
export class NetworksService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async find({ academie, search, first, after }: NetworkFilter): Promise<Connection<Network>> {
    const size = pageSize(first);
    const words = search ? searchWords(search) : [];
    if (words === null) throw badInput('Écrivez au moins deux lettres ou chiffres.');
    const rows = await findNetworks(
      this.database,
      { academie: academie ?? null, words },
      size + 1,
      after ?? null,
    );
    return page(rows, size, ({ id }) => id);
  }

  byId(id: string): Promise<Network | null> {
    return this.database.manager.findOneBy(Network, { id });
  }

  async members(
    networkId: string,
    first?: number | null,
    after?: string | null,
  ): Promise<Connection<Establishment>> {
    const size = pageSize(first);
    return page(await findMembers(this.database, networkId, size + 1, after ?? null), size, ({ uai }) => uai);
  }
}
