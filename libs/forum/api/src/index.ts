export { ForumApiModule } from './forum-api.module';
