/** In place of an account's id: anybody may have news. */
export const EVERYBODY = '*';
const PREFIX = 'notifications:';

/** The topic announced when what an account has to read has changed. */
export const notificationsTopic = (accountId: string) => `${PREFIX}${accountId}`;

/** The account a topic is about, `EVERYBODY`, or null when it is about something else. */
export const accountOfTopic = (topic: string): string | null =>
  topic.startsWith(PREFIX) ? topic.slice(PREFIX.length) : null;
