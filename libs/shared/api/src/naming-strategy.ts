import { DefaultNamingStrategy, type Table } from 'typeorm';

const snake = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
const named = (table: Table | string, columns: string[], suffix: string) =>
  [typeof table === 'string' ? table : table.name, ...columns.map(snake), suffix]
    .join('_')
    .replace(/^public\./, '');

/** `camelCase` in code, `snake_case` in the database, and constraints named after what they hold together. */
export class SnakeCaseNames extends DefaultNamingStrategy {
  override tableName(className: string, given: string | undefined) {
    return given ?? snake(className);
  }
  override columnName(property: string, given: string | undefined, prefixes: string[]) {
    return snake([...prefixes, given ?? property].join('_'));
  }
  override primaryKeyName(table: Table | string) {
    return named(table, [], 'pk');
  }
  override uniqueConstraintName(table: Table | string, columns: string[]) {
    return named(table, columns, 'unique');
  }
  override foreignKeyName(table: Table | string, columns: string[]) {
    return named(table, columns, 'fk');
  }
  override indexName(table: Table | string, columns: string[]) {
    return named(table, columns, 'index');
  }
}
