import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { IdentityWorker } from '@preau/identity-api';
import { QuestionnaireWorker } from '@preau/questionnaire-api';
import { CONFIG, ConfigError, createLogger, Jobs, readConfig, type Config } from '@preau/shared-api';
import { AppModule } from './app.module';
import { announceReady, exitWithParent, failure } from './process';

/** The background process: jobs, tallies, publication, clean-up. */
async function main() {
  readConfig();
  const app = await NestFactory.createApplicationContext(AppModule, {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  const config = app.get<Config>(CONFIG);
  const log = createLogger(config, 'worker');
  const runner = await app.get(Jobs).work(log);
  const workers = [IdentityWorker, QuestionnaireWorker].map((type) => app.get(type, { strict: false }));
  for (const worker of workers) worker.start(log);
  announceReady(config.publicUrl);
  exitWithParent(async () => {
    await Promise.all([runner.stop(), ...workers.map((worker) => worker.stop())]);
    await app.close();
  });
}

main().catch((error: unknown) => {
  failure(error instanceof ConfigError ? error.message : error);
});
