import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ConfigError, readConfig } from '@preau/shared-api';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import { loadDemonstration } from './demo-load';
import { failure } from './process';

/** `node dist/api/demo.js`: loads the demonstration, from the repository's root. Run again, it adds what is missing. */
async function main() {
  readConfig();
  const app = await NestFactory.createApplicationContext(AppModule, {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  try {
    await loadDemonstration(app.get(DataSource), new Date(), (line) => process.stdout.write(`${line}\n`));
  } finally {
    await app.close();
  }
}

main().catch((error: unknown) => {
  failure(error instanceof ConfigError ? error.message : error);
});
