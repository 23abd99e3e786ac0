import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActorSource, FrameModule } from '@preau/shared-api';
import { Account } from './account.entity';
import { AccountResolver } from './account.resolver';
import { Accounts } from './accounts';
import { Establishment } from './establishments/establishment.entity';
import { RoleGrantRow } from './role-grant.entity';
import { SessionActors } from './session-actors';
import { SessionCookie } from './session-cookie';
import { Session } from './session.entity';
import { Sessions } from './sessions';
import { SignInMails } from './sign-in-mail';
import { SignInRequest } from './sign-in-request.entity';
import { SignInSecrets } from './sign-in-secrets';
import { SignInResolver } from './sign-in.resolver';
import { SignInService } from './sign-in.service';

/** Global, because the frame asks it who sends each request. */
@Global()
@Module({
  imports: [
    FrameModule,
    TypeOrmModule.forFeature([Account, Establishment, RoleGrantRow, Session, SignInRequest]),
  ],
  providers: [
    { provide: ActorSource, useClass: SessionActors },
    AccountResolver,
    Accounts,
    SessionCookie,
    Sessions,
    SignInMails,
    SignInResolver,
    SignInSecrets,
    SignInService,
  ],
  exports: [ActorSource],
})
export class IdentityApiModule {}
