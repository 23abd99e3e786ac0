import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Account } from './account.entity';
import { RoleGrantRow } from './role-grant.entity';
import { Session } from './session.entity';
import { ActorSource } from '@preau/shared-api';
import { SessionActors } from './tmp-actor';
import { SignInRequest } from './sign-in-request.entity';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Account, RoleGrantRow, Session, SignInRequest])],
  providers: [{ provide: ActorSource, useClass: SessionActors }],
  exports: [ActorSource],
})
export class IdentityApiModule {}
