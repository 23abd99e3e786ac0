import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { AppModule } from './app.module';

const HEADER =
  '# Printed from the code by `nx run api:schema`; reviewed as the contract with every client.\n\n';
const RESOLVER_CLASS = 'graphql:resolver_type';

type AnyModule = Type | DynamicModule;

/** Every resolver class of a module and of those it imports, read from their decorators: nothing is started. */
function resolversOf(entry: AnyModule, seen: Set<AnyModule>): Type[] {
  if (seen.has(entry)) return [];
  seen.add(entry);
  const declared = 'module' in entry ? entry.module : entry;
  const metadata = (key: 'imports' | 'providers') => [
    ...((Reflect.getMetadata(key, declared) as unknown[] | undefined) ?? []),
    ...('module' in entry ? ((entry[key] as unknown[] | undefined) ?? []) : []),
  ];
  const own = metadata('providers').filter(
    (provider): provider is Type =>
      typeof provider === 'function' && Reflect.hasMetadata(RESOLVER_CLASS, provider),
  );
  const imported = metadata('imports').filter(
    (value): value is AnyModule =>
      typeof value === 'function' || (typeof value === 'object' && value !== null && 'module' in value),
  );
  return [...own, ...imported.flatMap((inner) => resolversOf(inner, seen))];
}

/** The sorted text of the GraphQL contract, as committed in `libs/shared/graphql/schema.graphql`. */
export async function schemaText(): Promise<string> {
  const builder = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const schema = await builder.get(GraphQLSchemaFactory).create(resolversOf(AppModule, new Set()));
  await builder.close();
  return `${HEADER}${printSchema(lexicographicSortSchema(schema))}\n`;
}
