export type { DemoDebates } from './demonstration/demo-debates';
export { loadDebates } from './demonstration/load-debates';
export { ForumWorker } from './figures/forum-worker';
export { ForumApiModule } from './forum-api.module';
export { recountForum, type ForumDifference } from './recount/recount-forum';
export { generateDebate, longTopicOf, type DebateSize } from './generator/generate-debate';
