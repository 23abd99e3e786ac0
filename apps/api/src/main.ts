import 'reflect-metadata';
import { ConfigError, CONFIG, createApp, createLogger, readConfig, type Config } from '@preau/shared-api';
import { AppModule } from './app.module';
import { demoProvider } from './demo-provider/demo-provider';
import { announceReady, exitWithParent, failure } from './process';
import { webClient } from './serve-web';

/** The HTTP process: API and web client on one port. */
async function main() {
  readConfig();
  const app = await createApp(AppModule, demoProvider, webClient);
  const config = app.get<Config>(CONFIG);
  await app.listen(config.PORT, config.HOST);
  createLogger(config, 'api').info({ url: config.publicUrl }, 'ready');
  announceReady(config.publicUrl);
  exitWithParent(() => app.close());
}

main().catch((error: unknown) => {
  failure(error instanceof ConfigError ? error.message : error);
});
