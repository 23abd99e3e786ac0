import type { Actor, Role, RoleGrant } from './actor';
import type { Territory } from './territory';

/** The territory one is in: an establishment's département, a département's académie… `null` above the largest, or unknown. */
export type ParentOf = (territory: Territory) => Territory | null;

/** What an action is about. Without a territory it concerns them all; without a theme, likewise. */
export interface Scope {
  readonly territory?: Territory | null;
  readonly themeId?: string | null;
}

const isSame = (a: Territory, b: Territory) => a.level === b.level && a.code === b.code;

/** Whether a territory is `outer` or lies in it. */
export function isWithin(territory: Territory, outer: Territory, parentOf: ParentOf): boolean {
  for (let place: Territory | null = territory; place; place = parentOf(place)) {
    if (isSame(place, outer)) return true;
  }
  return false;
}

/** Whether what was granted reaches that far. A grant for a territory or a theme never covers what concerns them all. */
export function covers(grant: RoleGrant, scope: Scope, parentOf: ParentOf): boolean {
  const { territory, themeId } = grant;
  if (themeId && themeId !== scope.themeId) return false;
  if (!territory) return true;
  return scope.territory ? isWithin(scope.territory, territory, parentOf) : false;
}

/** Whether the actor holds the role there, on that. An administrator holds the role of staff everywhere. */
export function holds(actor: Actor, role: Role, scope: Scope, parentOf: ParentOf): boolean {
  if (actor.kind === 'visitor') return false;
  return actor.grants.some((grant) => {
    const isOfRole = grant.role === role || (grant.role === 'admin' && role === 'staff');
    return isOfRole && covers(grant, scope, parentOf);
  });
}
