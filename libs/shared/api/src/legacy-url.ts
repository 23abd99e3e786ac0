import process from 'node:process';
import { parse } from 'node:url';

/**
 * The GraphQL server's Express integration parses every request's address with `url.parse`. Until Node has warned of that
 * once, each call looks through the stack for whom to warn (a twentieth of what a request costs). Warned here, unheard.
 */
export function quietLegacyUrlParser(): void {
  const { noDeprecation } = process;
  process.noDeprecation = true;
  parse('/');
  process.noDeprecation = noDeprecation ?? false;
}
