export { hasRole, ROLES, VISITOR, type Actor, type Role, type RoleGrant, type SignedIn } from './actor';
export { dayInParis, daysBetween, endOfDayInParis } from './dates';
export { TERRITORY_NESTING, type Territory, type TerritoryKind } from './territory';
export {
  cleanText,
  countCharacters,
  isBlankText,
  isStorableText,
  withoutStackedMarks,
  withoutUnseen,
} from './text';
export { covers, holds, isWithin, type ParentOf, type Scope } from './scope';
