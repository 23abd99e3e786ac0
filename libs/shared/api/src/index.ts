export { Access, CurrentActor, type AccessLevel, type ActingRequest } from './access';
export { ActorSource, type SignedIn, type Standing } from './actor-source';
export { audit } from './audit';
export { verifyAuditChain, type AuditChain } from './audit-chain';
export { AuditObjects } from './audit-objects';
export { AuditEntry } from './audit-entry.entity';
export { ChangeFeed } from './change-feed';
export { CONFIG, ConfigError, readConfig, type Config } from './config';
export { limits } from './graphql-limits';
export {
  connectionOf,
  counted,
  page,
  PAGE_MAX,
  pageSize,
  PageInfo,
  type Connection,
  type CountedConnection,
} from './connection';
export { browserCookieName, readCookie, sessionCookieName } from './cookies';
export { createApp } from './create-app';
export { DEMONSTRATION_PATH } from './demonstration-provider';
export { dialectOf, type Dialect } from './csv/csv-dialect';
export { BYTE_ORDER_MARK, csvLine } from './csv/csv-line';
export { neutralised, neutralisedSql } from './csv/formula';
export { EndedSessions, type WatchOptions } from './ended-sessions';
export { badInput, FrameError, notFound, rateLimited, unauthenticated } from './errors';
export { FileStore } from './files/file-store';
export { ImageCollection } from './files/image-collection';
export { Images } from './files/images';
export { ImageSights, type ImageSight } from './files/image-sights';
export { FrameModule } from './frame.module';
export { freeDeadLocks, showLife } from './job-locks';
export { Jobs, type JobHandler, type JobOptions } from './jobs';
export { JsonScalar } from './json.scalar';
export { KeptFor } from './kept-for';
export { createLogger } from './log';
export { readEml, type ReadMail } from './mail/eml';
export {
  code,
  heading,
  link,
  list,
  paragraph,
  type MailBlock,
  type MailBody,
  type MailItem,
} from './mail/mail-body';
export { mailHtml } from './mail/mail-html';
export { mailText } from './mail/mail-text';
export { MailQueue, SENT_MAIL_DAYS, type MailPriority, type MailToQueue } from './mail/mail-queue';
export { Mailer, type Mail } from './mail/mailer';
export { networkPlaceOf, SentFrom, type NetworkPlace } from './network-place';
export { Notifier, type Notice } from './notifier';
export { type OidcProvider } from './oidc-settings';
export { Operations } from './operations';
export { runPrepared, runPreparedIn, unseen, type Statement } from './prepared';
export { repeat } from './repeat';
export { RequestLoader, type RequestContext } from './request-loader';
export { ResponseCache } from './response-cache';
export { SnakeCaseNames } from './naming-strategy';
export { seal, unseal } from './sealing';
export { COLOR_SCHEME_HASHES, COLOR_SCHEME_STYLES } from './security-headers';
export { signedIn } from './signed-in';
export { transaction } from './transactions';
export { isUuid } from './uuid';
export { LatestValue } from './subscriptions/latest-value';
export { RecentValues } from './subscriptions/recent-values';
export { SESSION_ENDED } from './subscriptions/subscription-server';
export { ReadTogether } from './read-together';
export { WriteTogether, type Together } from './write-together';
