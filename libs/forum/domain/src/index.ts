export {
  BODY_LENGTH,
  ORDERS,
  POST_STATUSES,
  PROPOSITION_LENGTH,
  SHOWN_DEPTH,
  STANCES,
  TITLE_LENGTH,
  type Order,
  type PostStatus,
  type Stance,
} from './post';
export {
  DRAFT_LENGTH,
  draftPlace,
  draftRefusal,
  FORUM_DRAFT_DAYS,
  FORUM_DRAFT_REFUSALS,
  FORUM_DRAFTS_MAX,
  keptDraftKey,
  type DraftPlace,
  type ForumDraftRefusalCode,
} from './draft.rules';
export {
  FOLLOW_REFUSALS,
  followTopicRefusal,
  MUTE_REFUSALS,
  MUTED_MAX,
  muteRefusal,
  READ_REFUSALS,
  UNREAD_MAX,
  type FollowRefusalCode,
  type MuteRefusalCode,
  type ReadRefusalCode,
} from './following.rules';
export {
  ALT_LENGTH,
  altFault,
  IMAGE_FAULTS,
  imagesFault,
  imageSight,
  IMAGES_MAX,
  keptAlt,
  type AttachedImage,
  type ImageFault,
  type LookedAt,
} from './image.rules';
export {
  deletionRefusal,
  editingRefusal,
  editRefusal,
  OWN_POST_REFUSALS,
  REVISIONS_MAX,
  type Edit,
  type OwnPost,
  type OwnPostRefusal,
} from './own-post.rules';
export {
  createTopicRefusal,
  phaseRefusal,
  POSTING_REFUSALS,
  replyRefusal,
  SAME_TEXT_MS,
  slowUntil,
  type PostingRefusal,
  type PostingRefusalCode,
  type RecentWriting,
  type ReplyPlace,
  type Writer,
} from './posting.rules';
export { isRead, leavesTrace, nextStatus, POST_EVENTS, type PostEvent } from './status';
export { SUPPORT_REFUSALS, supportRefusal, type SupportRefusalCode } from './support.rules';
export { bodyFault, keptBody, keptTitle, TEXT_FAULTS, titleFault, type TextFault } from './text.rules';
export {
  PACES,
  REPLY_WINDOW_MS,
  TOPIC_WINDOW_MS,
  TRUSTS,
  trustOf,
  type Contributor,
  type Trust,
} from './trust';
export {
  CITATION_REFUSALS,
  citationRefusal,
  CITATIONS_MAX,
  citedIn,
  withNumbers,
  type CitationRefusal,
  type Cited,
  type FoundCited,
} from './citation.rules';
export {
  conclusionRefusal,
  keptLockReason,
  keptServiceName,
  LOCK_REASON_LENGTH,
  MANAGING_REFUSALS,
  SERVICE_NAME_LENGTH,
  serviceNameRefusal,
  settingsRefusal,
  SLOW_SECONDS_MAX,
  type ManagingRefusal,
  type TopicSettings,
} from './managing.rules';
export { HELD_BY_MAIL, isMailRefusal, MAIL_REFUSALS, type MailRefusalCode } from './mail-refusals';
