import { registerEnumType } from '@nestjs/graphql';
import { DECLARED_ROLES } from '@preau/identity-domain';

/** As what somebody takes part, in the written form of GraphQL. */
export const DeclaredRoles = Object.fromEntries(DECLARED_ROLES.map((role) => [role.toUpperCase(), role]));
registerEnumType(DeclaredRoles, { name: 'DeclaredRole' });
