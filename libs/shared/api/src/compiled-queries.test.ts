import { ApolloServer } from '@apollo/server';
import { expect, test } from '@jest/globals';
import {
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
} from 'graphql';
import { pino } from 'pino';
import { compiledQueries } from './compiled-queries';
import { maskError, notFound } from './errors';

const Found = new GraphQLObjectType({ name: 'Found', fields: { name: { type: GraphQLString } } });
const Refused = new GraphQLObjectType({ name: 'Refused', fields: { code: { type: GraphQLString } } });
const Either = new GraphQLUnionType({
  name: 'Either',
  types: [Found, Refused],
  resolveType: (value: object) => ('code' in value ? 'Refused' : 'Found'),
});
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      doubled: {
        type: GraphQLInt,
        args: { of: { type: new GraphQLNonNull(GraphQLInt) } },
        resolve: (_, { of }: { of: number }) => of * 2,
      },
      hidden: {
        type: Found,
        resolve: () => {
          throw notFound();
        },
      },
      broken: { type: GraphQLString, resolve: () => Promise.reject(new Error('secret')) },
      many: {
        type: new GraphQLNonNull(new GraphQLList(Either)),
        resolve: () => Promise.resolve([{ name: 'a' }, { code: 'B' }, null]),
      },
      // Nothing where something must be.
      promised: { type: new GraphQLNonNull(GraphQLString), resolve: () => null },
    },
  }),
});
const log = pino({ level: 'silent' });
const mask: typeof maskError = (formatted, error) => maskError(formatted, error, log);
const withoutId = (text: string) => text.replaceAll(/"requestId":"[^"]+"/g, '');

test.each([
  ['values', 'query ($of: Int!) { doubled(of: $of) twice: doubled(of: 4) }', { of: 2 }],
  ['a variable that is not what it must be', 'query ($of: Int!) { doubled(of: $of) }', { of: 'two' }],
  ['a variable that is missing', 'query ($of: Int!) { doubled(of: $of) }', {}],
  [
    'unions and nothing in a list',
    '{ many { __typename ... on Found { name } ... on Refused { code } } }',
    {},
  ],
  ['a refusal beside an answer', '{ hidden { name } doubled(of: 1) }', {}],
  ['an unexpected error, masked', '{ broken }', {}],
  ['nothing where something must be', '{ promised }', {}],
  [
    'what is left out',
    'query ($of: Int! = 1, $no: Boolean = true) { doubled(of: $of) @skip(if: $no) many { __typename } }',
    {},
  ],
])('%s: the same once the document is compiled', async (_, query, variables) => {
  const server = new ApolloServer({
    schema,
    plugins: [compiledQueries(3, (formatted, error) => mask(formatted, error, log))],
    formatError: (formatted, error) => mask(formatted, error, log),
  });
  const answers = new Set<string>();
  for (let time = 0; time < 5; time += 1) {
    const { body } = await server.executeOperation({ query, variables });
    answers.add(withoutId(JSON.stringify(body)));
  }
  expect([...answers]).toHaveLength(1);
  await server.stop();
});
