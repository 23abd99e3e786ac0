export { ForumApiModule } from './forum-api.module';
export { generateDebate, longTopicOf, type DebateSize } from './generator/generate-debate';
