export { normaliseEmail } from './email';
export { idleLimitMs, isSessionAlive, isSightDue, LONGEST_IDLE_MS } from './session.rules';
export {
  DISPLAY_NAME_FAULTS,
  DISPLAY_NAME_LENGTH,
  displayNameFault,
  keptDisplayName,
  type DisplayNameFault,
} from './display-name';
export { PROFILE_FAULTS, profileFaults, type Profile, type ProfileFault } from './profile.rules';
export { professionalAddress, type ProfessionalAddress } from './professional-address';
export { readUai, uaiCheckLetter } from './uai';
export {
  CODE_TRIES,
  codeRefusal,
  linkRefusal,
  mayMailAgain,
  MAILS_PER_HOUR,
  SIGN_IN_MINUTES,
  SIGN_IN_REFUSALS,
  signInExpiry,
  typedCode,
  wrongCode,
  type SignInAttempt,
  type SignInRefusal,
} from './sign-in.rules';
export { AGE_BANDS, DECLARED_ROLES, type AgeBand, type DeclaredRole } from './account.rules';
