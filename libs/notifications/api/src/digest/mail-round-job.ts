/** The job that mails what waits at one pace. */
export const MAIL_ROUND_JOB = 'notifications.mail';
