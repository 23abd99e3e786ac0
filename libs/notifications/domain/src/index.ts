export { isAutomatic, type MailHead } from './automatic-mail';
export { CLOSING_DAYS, eventsOf, type ConsultationEvent } from './consultation-events';
export { DIGEST_HOUR, dueDigests, weekOf } from './digest-period';
export {
  CHOSEN_KINDS,
  DEFAULT_FREQUENCY,
  isChosenKind,
  KIND_OF,
  MAIL_FREQUENCIES,
  MAIL_STREAMS,
  NOTIFICATION_EVENTS,
  NOTIFICATION_KINDS,
  type ChosenKind,
  type DigestFrequency,
  type MailFrequency,
  type MailStream,
  type NotificationEvent,
  type NotificationKind,
} from './kinds';
export { KIND_NAMES, notificationSentence } from './messages';
export {
  endedKinds,
  isUnsubscribeScope,
  MAILS_PER_WEEK,
  mayMail,
  PREFERENCE_REFUSALS,
  preferenceRefusal,
  UNSUBSCRIBE_SCOPES,
  type MailPreferences,
  type PreferenceRefusal,
  type UnsubscribeScope,
} from './preferences.rules';
export { CUT_LINE, replyText } from './reply-text';
