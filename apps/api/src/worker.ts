import 'reflect-metadata';
import { constants, setPriority } from 'node:os';
import { NestFactory } from '@nestjs/core';
import { ForumWorker } from '@preau/forum-api';
import { ReplyMailbox } from '@preau/notifications-api';
import { QuestionnaireWorker } from '@preau/questionnaire-api';
import { CONFIG, ConfigError, createLogger, Jobs, readConfig, type Config } from '@preau/shared-api';
import { AppModule } from './app.module';
import { announceReady, exitWithParent, failure } from './process';

/** The background process: jobs, tallies, publication, clean-up. */
async function main() {
  readConfig();
  // On a machine that has both, whoever waits for a page comes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const app = await NestFactory.createApplicationContext(AppModule, {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  const config = app.get<Config>(CONFIG);
  const log = createLogger(config, 'worker');
  const runner = await app.get(Jobs).work(log);
  const questionnaires = app.get(QuestionnaireWorker, { strict: false });
  const forum = app.get(ForumWorker, { strict: false });
  const replies = app.get(ReplyMailbox, { strict: false });
  await replies.start(log);
  questionnaires.start(log);
  forum.start(log);
  announceReady(config.publicUrl);
  exitWithParent(async () => {
    await Promise.all([runner.stop(), questionnaires.stop(), forum.stop(), replies.stop()]);
    await app.close();
  });
}

main().catch((error: unknown) => {
  failure(error instanceof ConfigError ? error.message : error);
});
