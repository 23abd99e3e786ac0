import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { schemaText } from './schema-text';

/** `node dist/api/print-schema.js FILE`: writes the GraphQL contract, without a database. */
const file = process.argv[2];
if (!file) throw new Error('Usage: print-schema FILE');
writeFileSync(file, await schemaText());
