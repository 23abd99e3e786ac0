import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FrameModule } from '@preau/shared-api';
import { Account } from '../accounts/account.entity';
import { PersonalKey } from './personal-key.entity';
import { PersonalKeys } from './personal-keys';

/** For domains that keep something of a signed-in person apart from their account. */
@Module({
  imports: [FrameModule, TypeOrmModule.forFeature([Account, PersonalKey])],
  providers: [PersonalKeys],
  exports: [PersonalKeys],
})
export class PersonalKeysModule {}
