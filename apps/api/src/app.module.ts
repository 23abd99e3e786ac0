import { Module } from '@nestjs/common';
import { ConsultationApiModule } from '@preau/consultation-api';
import { ExportsApiModule } from '@preau/exports-api';
import { ForumApiModule } from '@preau/forum-api';
import { IdentityApiModule } from '@preau/identity-api';
import { NotificationsApiModule } from '@preau/notifications-api';
import { QuestionnaireApiModule } from '@preau/questionnaire-api';
import { SearchApiModule } from '@preau/search-api';
import { FrameModule } from '@preau/shared-api';

/** Every domain, side by side. */
@Module({
  imports: [
    FrameModule,
    IdentityApiModule,
    ConsultationApiModule,
    NotificationsApiModule,
    SearchApiModule,
    QuestionnaireApiModule,
    ForumApiModule,
    ExportsApiModule,
  ],
})
export class AppModule {}
