import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');

/** Where everything that lives is kept: database, mails, secrets, logs. */
export const dataFolder = () => resolve(ROOT, process.env.DATA_DIR || '.data');

export const inRoot = (...path: string[]) => join(ROOT, ...path);
