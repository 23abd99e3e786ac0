import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsultationApiModule } from '@preau/consultation-api';
import { ConclusionReading } from './conclusions/conclusion-reading.service';
import { ConclusionRow } from './conclusions/conclusion.entity';
import { ConclusionResolver } from './conclusions/conclusion.resolver';
import { ConclusionsService } from './conclusions/conclusions.service';
import { VersionCitationsResolver } from './conclusions/version-citations.resolver';
import { DraftPlaces } from './drafts/draft-places';
import { ForumDraftRow } from './drafts/forum-draft.entity';
import { ForumDraftResolver } from './drafts/forum-draft.resolver';
import { ForumDrafts } from './drafts/forum-drafts.service';
import { FeedsController } from './feeds/feeds.controller';
import { FeedsService } from './feeds/feeds.service';
import { ForumWorker } from './figures/forum-worker';
import { FollowedTheme } from './following/followed-theme.entity';
import { FollowedTopic } from './following/followed-topic.entity';
import { FollowingResolver } from './following/following.resolver';
import { FollowingService } from './following/following.service';
import { ThemeFollowingResolver } from './following/theme-following.resolver';
import { PostImageRow } from './images/post-image.entity';
import { PostImageResolver } from './images/post-image.resolver';
import { PostImages } from './images/post-images';
import { TopicImageResolver } from './images/topic-image.resolver';
import { LiveResolver } from './live/live.resolver';
import { LiveTopics } from './live/live-topics';
import { ManagedObjects } from './managing/managed-objects';
import { ManagingResolver } from './managing/managing.resolver';
import { ManagingService } from './managing/managing.service';
import { TopicChanges } from './managing/topic-changes';
import { ModeratedPosts } from './moderated/moderated-posts';
import { MutedPersonRow } from './muting/muted-person.entity';
import { MutingResolver } from './muting/muting.resolver';
import { TopicMutingResolver } from './muting/topic-muting.resolver';
import { MutingService } from './muting/muting.service';
import { OwnPostResolver } from './own-posts/own-post.resolver';
import { OwnPostsService } from './own-posts/own-posts.service';
import { PostRevisionRow } from './own-posts/post-revision.entity';
import { PersonalDataModule } from '@preau/identity-api';
import { NotificationsApiModule } from '@preau/notifications-api';
import { SearchApiModule } from '@preau/search-api';
import { FoundConclusions } from './found/found-conclusions';
import { FoundPosts } from './found/found-posts';
import { ForumOfPerson } from './personal-data/forum-of-person';
import { People } from './posts/people';
import { PostViews } from './posts/post-views';
import { PostRow } from './posts/post.entity';
import { PostResolver } from './posts/post.resolver';
import { PostsService } from './posts/posts.service';
import { ReadingResolver } from './reading/reading.resolver';
import { ReadingService } from './reading/reading.service';
import { TopicReadRow } from './reading/topic-read.entity';
import { PostRenderingResolver } from './rendering/post-rendering.resolver';
import { ForumReplies } from './reply-by-mail/forum-replies';
import { Rendered } from './rendering/rendered';
import { TopicRenderingResolver } from './rendering/topic-rendering.resolver';
import { ForumService } from './services/forum-service.entity';
import { Services } from './services/services';
import { ServicesResolver } from './services/services.resolver';
import { ServicesService } from './services/services.service';
import { PostSupport } from './supports/post-support.entity';
import { SupportResolver } from './supports/support.resolver';
import { SupportsService } from './supports/supports.service';
import { PostTopicResolver } from './topics/post-topic.resolver';
import { FreshPostRow } from './telling/fresh-post.entity';
import { PostNews } from './telling/post-news';
import { TopicRow } from './topics/topic.entity';
import { TopicResolver } from './topics/topic.resolver';
import { TopicsService } from './topics/topics.service';
import { ContributorRow } from './writing/contributor.entity';
import { PostScreening } from './writing/post-screening';
import { PostWriter } from './writing/post-writer';
import { TopicPaceResolver } from './writing/topic-pace.resolver';
import { WritingResolver } from './writing/writing.resolver';
import { WritingService } from './writing/writing.service';

@Module({
  imports: [
    ConsultationApiModule,
    NotificationsApiModule,
    SearchApiModule,
    PersonalDataModule,
    TypeOrmModule.forFeature([
      ConclusionRow,
      ContributorRow,
      FollowedTheme,
      FollowedTopic,
      ForumDraftRow,
      ForumService,
      FreshPostRow,
      MutedPersonRow,
      PostImageRow,
      PostRevisionRow,
      PostRow,
      PostSupport,
      TopicReadRow,
      TopicRow,
    ]),
  ],
  controllers: [FeedsController],
  providers: [
    ConclusionReading,
    ConclusionResolver,
    ConclusionsService,
    DraftPlaces,
    FeedsService,
    FollowingResolver,
    FollowingService,
    ForumDraftResolver,
    ForumDrafts,
    ForumOfPerson,
    ForumReplies,
    ForumWorker,
    FoundConclusions,
    FoundPosts,
    LiveResolver,
    LiveTopics,
    ManagedObjects,
    ManagingResolver,
    ManagingService,
    ModeratedPosts,
    MutingResolver,
    TopicMutingResolver,
    MutingService,
    OwnPostResolver,
    OwnPostsService,
    People,
    PostImageResolver,
    PostImages,
    PostNews,
    PostRenderingResolver,
    PostResolver,
    PostScreening,
    PostsService,
    PostViews,
    PostTopicResolver,
    PostWriter,
    ReadingResolver,
    ReadingService,
    Rendered,
    Services,
    ServicesResolver,
    ServicesService,
    SupportResolver,
    SupportsService,
    ThemeFollowingResolver,
    TopicChanges,
    TopicPaceResolver,
    TopicRenderingResolver,
    TopicImageResolver,
    TopicResolver,
    TopicsService,
    VersionCitationsResolver,
    WritingResolver,
    WritingService,
  ],
  exports: [ModeratedPosts, PostScreening],
})
export class ForumApiModule {}
