import { registerEnumType } from '@nestjs/graphql';
import { ROLES, TERRITORY_NESTING } from '@preau/shared-domain';

export const Roles = Object.fromEntries(ROLES.map((role) => [role.toUpperCase(), role]));
registerEnumType(Roles, { name: 'Role' });

export const TerritoryLevels = Object.fromEntries(
  TERRITORY_NESTING.map((level) => [level.toUpperCase(), level]),
);
registerEnumType(TerritoryLevels, { name: 'TerritoryLevel' });
