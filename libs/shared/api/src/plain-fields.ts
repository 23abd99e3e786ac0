import { isObjectType, type GraphQLSchema } from 'graphql';

/** The name of what Nest has read a property of the same name, where a class declares a field and nothing resolves it. */
const READS_PROPERTY = 'rootFieldResolver';
/** Counted when asked for: the only property that may be a promise, which plain fields may not. */
const MAY_WAIT = 'totalCount';

/** Leaves such fields to GraphQL itself, which reads properties without a call for each: a page of messages has two thousand. */
export function withPlainFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields()))
      if (field.resolve?.name === READS_PROPERTY && field.name !== MAY_WAIT) delete field.resolve;
  }
  return schema;
}
