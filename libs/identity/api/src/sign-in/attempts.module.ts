import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FrameModule } from '@preau/shared-api';
import { Attempt } from './attempt.entity';
import { Attempts } from './attempts';

/** For domains where something may be tried only so often. */
@Module({
  imports: [FrameModule, TypeOrmModule.forFeature([Attempt])],
  providers: [Attempts],
  exports: [Attempts],
})
export class AttemptsModule {}
