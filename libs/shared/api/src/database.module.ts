import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from './config';
import { SnakeCaseNames } from './naming-strategy';

/** The connection of the API and the worker: a role that owns no table. The schema is changed by migrations only. */
export const databaseModule = TypeOrmModule.forRootAsync({
  inject: [CONFIG],
  useFactory: (config: Config) => ({
    type: 'postgres' as const,
    url: config.DATABASE_URL,
    autoLoadEntities: true,
    synchronize: false,
    namingStrategy: new SnakeCaseNames(),
    retryAttempts: 0,
    poolSize: config.DATABASE_POOL,
    applicationName: 'preau',
    extra: { query_timeout: 60_000, connectionTimeoutMillis: 10_000 },
  }),
});
