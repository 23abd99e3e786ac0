import { pino, type Logger } from 'pino';
import type { Config } from './config';

/** One line of JSON per event. Nothing about who sent a request is logged beside what they sent. */
export function createLogger(config: Pick<Config, 'LOG_LEVEL'>, name: string): Logger {
  return pino({ name, level: config.LOG_LEVEL, base: undefined });
}
