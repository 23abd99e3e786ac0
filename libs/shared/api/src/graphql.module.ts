import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { Request, Response } from 'express';
import { compiledQueries } from './compiled-queries';
import { CONFIG, type Config } from './config';
import { maskError } from './errors';
import { FrameCoreModule } from './frame-core.module';
import { limits } from './graphql-limits';
import { framePlugin } from './graphql-plugin';
import { createLogger } from './log';
import { Operations } from './operations';
import { withPlainFields } from './plain-fields';

/** One endpoint, code first. Tools may send their own documents, within limits of depth, aliases and cost. */
export const graphqlModule = GraphQLModule.forRootAsync<ApolloDriverConfig>({
  driver: ApolloDriver,
  imports: [FrameCoreModule],
  inject: [CONFIG, Operations],
  useFactory: (config: Config, operations: Operations) => {
    const log = createLogger(config, 'graphql');
    return {
      path: '/graphql',
      autoSchemaFile: true,
      sortSchema: true,
      transformSchema: withPlainFields,
      csrfPrevention: true,
      allowBatchedHttpRequests: false,
      playground: false,
      introspection: true,
      includeStacktraceInErrorResponses: false,
      context: ({ req, res }: { req: Request; res: Response }) => ({ req, res }),
      // Apollo's own cache control looks at every field of every answer; ours looks at the operation.
      plugins: [
        ...limits.plugins,
        framePlugin(operations),
        compiledQueries(config.COMPILE_QUERIES_AFTER, (formatted, error) => maskError(formatted, error, log)),
        ApolloServerPluginCacheControlDisabled(),
      ],
      validationRules: limits.validationRules,
      allowBatching: false,
      formatError: (formatted, error) => maskError(formatted, error, log),
    };
  },
});
