export { mailboxOf, normaliseEmail } from './email';
export {
  grantsInForce,
  idleLimitMs,
  isSensitive,
  isSessionAlive,
  isSightDue,
  LONGEST_IDLE_MS,
} from './session.rules';
export {
  DISPLAY_NAME_FAULTS,
  DISPLAY_NAME_LENGTH,
  displayNameFault,
  keptDisplayName,
  PSEUDONYM_FAULTS,
  pseudonymFault,
  type DisplayNameFault,
  type PseudonymFault,
} from './display-name';
export {
  DELETED_NAME,
  DELETION_DAYS,
  DELETION_REFUSALS,
  DELETION_WORD,
  deletionDue,
  deletionRefusal,
  type DeletionRefusal,
} from './deletion.rules';
export {
  ANSWER_OPPOSITION_REFUSALS,
  answerOppositionRefusal,
  keptOppositionText,
  OPPOSE_REFUSALS,
  opposeRefusal,
  OPPOSITION_ANSWER_DAYS,
  OPPOSITION_STATES,
  OPPOSITION_TEXT,
  type AnswerOppositionRefusal,
  type OpposeRefusal,
  type OppositionDecision,
  type OppositionState,
} from './opposition.rules';
export { CONNECTION_DAYS, DATA_EXPORT_DAYS, dataExportExpiry } from './personal-data.rules';
export {
  connectionRequestFault,
  REFERENCE_LENGTH,
  type ConnectionRequest,
  type ConnectionRequestFault,
} from './connection-request.rules';
export {
  PROFILE_FAULTS,
  PROFILE_REFUSALS,
  profileRefusal,
  type Profile,
  type ProfileFault,
  type ProfileRefusal,
} from './profile.rules';
export {
  RECOVERY_CODES,
  recoveryCodeOf,
  removalRefusal,
  RESET_REFUSALS,
  resetRefusal,
  rightsWaiting,
  SECOND_FACTOR_REFUSALS,
  setupRefusal,
  stepsTaken,
  TOTP_SECONDS,
  typedRecoveryCode,
  type ResetRefusal,
  type SecondFactorRefusal,
} from './second-factor.rules';
export { professionalAddress, type ProfessionalAddress } from './professional-address';
export { readUai, uaiCheckLetter } from './uai';
export {
  CODE_TRIES,
  TRIES_PER_QUARTER,
  codeRefusal,
  linkRefusal,
  mayMailAgain,
  MAILS_PER_HOUR,
  SIGN_IN_KEPT_HOURS,
  SIGN_IN_MINUTES,
  SIGN_IN_REFUSALS,
  signInExpiry,
  typedCode,
  wrongCode,
  type SignInAttempt,
  type SignInRefusal,
} from './sign-in.rules';
export {
  AGE_BANDS,
  ageRefusal,
  AGES,
  CHARTER_VERSION,
  DECLARED_ROLES,
  REGISTRATION_FAULTS,
  registrationFaults,
  signsByPseudonym,
  type Age,
  type AgeBand,
  type DeclaredRole,
  type Registration,
  type RegistrationFault,
} from './account.rules';
export { deviceName } from './device';
export { safePath } from './return-path';
export { pathsFollowed, pathsRefused } from './return-path.shapes';
export {
  GRANT_REFUSALS,
  GRANT_SCOPES,
  grantRefusal,
  REVOKE_REFUSALS,
  revokeRefusal,
  type GrantCase,
  type GrantRefusal,
  type RevokeRefusal,
} from './grant.rules';
export {
  accountRights,
  isRunning,
  keptReason,
  mayReadAudit,
  maySeeAccounts,
  REASON_LENGTH,
  reasonFault,
  type AccountRights,
  type ReasonFault,
} from './rights.rules';
export {
  REINSTATE_REFUSALS,
  reinstateRefusal,
  SUSPEND_REFUSALS,
  suspendRefusal,
  type ReinstateRefusal,
  type SuspendRefusal,
} from './suspension.rules';
export {
  accountFor,
  answerRefusal,
  claimHolds,
  CLOCK_TOLERANCE,
  idTokenRefusal,
  OIDC_MINUTES,
  OIDC_REFUSALS,
  type AccountFound,
  type IdTokenClaims,
  type OidcRefusal,
} from './oidc.rules';
export { ACCOUNT_STATES, accountState, maskedEmail, searchWords, type AccountState } from './account-state';
