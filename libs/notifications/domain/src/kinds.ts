/** What one may choose to hear about, and by which mails. `ACCOUNT` is no choice: what happens to one's own account. */
export const NOTIFICATION_KINDS = [
  'ACCOUNT',
  'CONSULTATION',
  'RESULTS',
  'FORUM_REPLIES',
  'FORUM_OFFICIAL',
  'FORUM_FOLLOWED',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** What happened. Domains that come later add theirs here, with its kind below and its sentence in `messages.ts`. */
export const NOTIFICATION_EVENTS = [
  'NEW_SIGN_IN',
  'ROLE_GRANTED',
  'ROLE_REVOKED',
  'ACCOUNT_SUSPENDED',
  'ACCOUNT_RESTORED',
  'CONSULTATION_OPENED',
  'CONSULTATION_CLOSING',
  'CONSULTATION_CLOSED',
  'CONSULTATION_REPORTED',
  'FORUM_REPLY',
  'FORUM_MENTION',
  'FORUM_OFFICIAL_REPLY',
  'FORUM_NEW_MESSAGE',
  'FORUM_NEW_TOPIC',
] as const;
export type NotificationEvent = (typeof NOTIFICATION_EVENTS)[number];

export const KIND_OF = {
  NEW_SIGN_IN: 'ACCOUNT',
  ROLE_GRANTED: 'ACCOUNT',
  ROLE_REVOKED: 'ACCOUNT',
  ACCOUNT_SUSPENDED: 'ACCOUNT',
  ACCOUNT_RESTORED: 'ACCOUNT',
  CONSULTATION_OPENED: 'CONSULTATION',
  CONSULTATION_CLOSING: 'CONSULTATION',
  CONSULTATION_CLOSED: 'CONSULTATION',
  CONSULTATION_REPORTED: 'RESULTS',
  FORUM_REPLY: 'FORUM_REPLIES',
  FORUM_MENTION: 'FORUM_REPLIES',
  FORUM_OFFICIAL_REPLY: 'FORUM_OFFICIAL',
  FORUM_NEW_MESSAGE: 'FORUM_FOLLOWED',
  FORUM_NEW_TOPIC: 'FORUM_FOLLOWED',
} as const satisfies Record<NotificationEvent, NotificationKind>;

/** How often news of a kind are mailed. On the site they are there at once, whatever is chosen. */
export const MAIL_FREQUENCIES = ['IMMEDIATE', 'DAILY', 'WEEKLY', 'NONE'] as const;
export type MailFrequency = (typeof MAIL_FREQUENCIES)[number];

/** The kinds one chooses about. */
export const CHOSEN_KINDS = [
  'CONSULTATION',
  'RESULTS',
  'FORUM_REPLIES',
  'FORUM_OFFICIAL',
  'FORUM_FOLLOWED',
] as const satisfies readonly NotificationKind[];
export type ChosenKind = (typeof CHOSEN_KINDS)[number];

/** Until somebody chooses: nobody hears of a consultation they did not ask to follow. */
export const DEFAULT_FREQUENCY = {
  CONSULTATION: 'DAILY',
  RESULTS: 'IMMEDIATE',
  FORUM_REPLIES: 'IMMEDIATE',
  FORUM_OFFICIAL: 'IMMEDIATE',
  FORUM_FOLLOWED: 'DAILY',
} as const satisfies Record<ChosenKind, MailFrequency>;

/** By which mail a notification goes: as a service to the account (never refused, never counted), or as chosen. */
export const MAIL_STREAMS = ['SERVICE', 'IMMEDIATE', 'DAILY', 'WEEKLY'] as const;
export type MailStream = (typeof MAIL_STREAMS)[number];
export type DigestFrequency = Extract<MailStream, 'DAILY' | 'WEEKLY'>;

export const isChosenKind = (kind: string): kind is ChosenKind =>
  (CHOSEN_KINDS as readonly string[]).includes(kind);
