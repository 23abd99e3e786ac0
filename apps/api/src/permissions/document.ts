import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

let schema: GraphQLSchema | undefined;
const contract = () => (schema ??= buildSchema(readFileSync('libs/shared/graphql/schema.graphql', 'utf8')));

function fieldOf(operation: string) {
  const [root = '', name = ''] = operation.split('.');
  const type = contract().getType(root);
  return isObjectType(type) ? type.getFields()[name] : undefined;
}

/** Whether an operation of the contract names the object it is about by an id, itself or in its input. */
export function takesObject(operation: string): boolean {
  const isId = (type: GraphQLInputType, name: string) => String(type).startsWith('ID') && name !== 'after';
  return (fieldOf(operation)?.args ?? []).some(({ name, type }) => {
    const named = getNamedType(type);
    return isInputObjectType(named)
      ? Object.values(named.getFields()).some((field) => isId(field.type, field.name))
      : isId(type, name);
  });
}

/** The document that sends one operation of the committed contract, such as `Query.me`, with all its arguments as variables. */
export function document(operation: string): string {
  const [root = '', name = ''] = operation.split('.');
  const field = fieldOf(operation);
  if (!field) throw new Error(`${operation} n’est pas dans le contrat GraphQL.`);
  const declared = field.args.map((argument) => `$${argument.name}: ${String(argument.type)}`);
  const given = field.args.map((argument) => `${argument.name}: $${argument.name}`);
  const list = (entries: string[]) => (entries.length > 0 ? `(${entries.join(', ')})` : '');
  return `${root.toLowerCase()} ${list(declared)} { ${name}${list(given)} ${selection(field.type, 3)} }`;
}

const needsNothing = (field: GraphQLField<unknown, unknown>) => field.args.length === 0;

/** What is asked of an answer: which type it is, its plain fields, and those of what it holds. */
function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (isUnionType(named)) {
    const members = named.getTypes().map((member) => `... on ${member.name} ${selection(member, depth - 1)}`);
    return `{ __typename ${members.join(' ')} }`;
  }
  if (!isObjectType(named)) return '{ __typename }';
  // Beside what stands for success, fields of the same names may be of other types: a refusal says its code, and no more.
  if (named.name.endsWith('Refused'))
    return `{ __typename ${'code' in named.getFields() ? 'refusal: code' : ''} }`;
  const fields = Object.values(named.getFields()).filter(needsNothing);
  const plain = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
  const held = depth > 1 ? fields.filter((field) => ['edges', 'node', 'account'].includes(field.name)) : [];
  const inner = held.map((field) => `${field.name} ${selection(field.type, depth - 1)}`);
  return `{ __typename ${plain.map(({ name }) => name).join(' ')} ${inner.join(' ')} }`;
}
