export { hasRole, ROLES, VISITOR, type Actor, type Role, type RoleGrant, type SignedIn } from './actor';
export { dayInParis, daysBetween, endOfDayInParis } from './dates';
export { TERRITORY_NESTING, type Territory, type TerritoryKind } from './territory';
export {
  cleanText,
  countCharacters,
  cutText,
  isBlankText,
  isStorableText,
  withoutStackedMarks,
  withoutUnseen,
} from './text';
export { covers, holds, isWithin, type ParentOf, type Scope } from './scope';
export {
  IMAGE_BYTES_MAX,
  IMAGE_PIXELS_MAX,
  IMAGE_REFUSALS,
  IMAGE_TYPES,
  imagePath,
  IMAGES_A_DAY,
  IMAGES_BYTES_MAX,
  imageWidths,
  keptSize,
  quotaRefusal,
  UNUSED_IMAGE_HOURS,
  type ImageRefusalCode,
  type ImagesSent,
  type ImageSize,
} from './image';
