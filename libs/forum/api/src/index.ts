export { ForumWorker } from './figures/forum-worker';
export { ForumApiModule } from './forum-api.module';
export { recountForum, type ForumDifference } from './recount/recount-forum';
export { generateDebate, longTopicOf, type DebateSize } from './generator/generate-debate';
