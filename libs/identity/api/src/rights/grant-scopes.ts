import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isUuid } from '@preau/shared-api';
import type { RoleGrant } from '@preau/shared-domain';
import { KnownThemes } from './known-themes';
import { Territories } from './territories.service';

/** Whether what a grant names exists. */
@Injectable()
export class GrantScopes {
  constructor(
    private readonly territories: Territories,
    private readonly themes: KnownThemes,
  ) {}

  async known(tx: EntityManager, { territory, themeId }: RoleGrant) {
    return {
      isTerritoryKnown: !territory || (await this.territories.isKnown(tx, territory)),
      isThemeKnown: !themeId || (isUuid(themeId) && (await this.themes.isKnown(tx, themeId))),
    };
  }
}
