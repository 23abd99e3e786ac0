import { type Role } from '@preau/shared-domain';
import { formatDay, formatNumber, type Territories } from '@preau/ui';
import { ROLE_NAMES } from '../messages';
import { ACTION_NAMES, DETAIL_NAMES, OUTCOME_NAMES } from './messages';

/** What was done; an action nobody named is shown by its code. */
export const actionName = (action: string): string => ACTION_NAMES[action] ?? action;

/** What it was done to: its name, or the kind of thing it was. */
export function objectWords(object: string, name: string | null): string | null {
  if (name !== null) return name;
  const [kind = '', id] = object.split(':');
  if (id === undefined) return null;
  const gone = KINDS[kind] ?? kind;
  return `${gone} ${id.slice(0, 8)}…`;
}

const KINDS: Readonly<Record<string, string>> = {
  account: 'compte supprimé',
  questionnaire: 'questionnaire',
  mail: 'courriel',
  opposition: 'opposition',
  session: 'session',
  topic: 'sujet',
  'forum-service': 'service',
};

interface Territory {
  readonly level: string;
  readonly code: string;
}

/** The details of an entry that a person reads: role and place, reason, and the few figures that have a name. */
export function detailWords(details: unknown, nameOf: Territories['nameOf'] | undefined): string[] {
  const known = details as Readonly<Record<string, unknown>>;
  const { role, territory, endsAt } = known as {
    role?: string;
    territory?: Territory | null;
    endsAt?: string | null;
  };
  const scope = [
    role ? (ROLE_NAMES[role.toUpperCase() as Uppercase<Role>] as string | undefined) : undefined,
    territory ? (nameOf?.(territory.level, territory.code) ?? territory.code) : undefined,
    known['themeId'] ? 'sur un thème' : undefined,
    endsAt ? `jusqu’au ${formatDay(new Date(endsAt))}` : undefined,
  ].filter((part) => part !== undefined);
  const others = Object.entries(known).flatMap(([name, value]) => {
    const label = DETAIL_NAMES[name];
    return label === undefined || value === null ? [] : [`${label}\u00a0: ${valueWords(name, value)}`];
  });
  return [...(scope.length > 0 ? [scope.join(', ')] : []), ...others];
}

function valueWords(name: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return formatNumber(value);
  const text = String(value);
  if (name === 'reason' || name === 'lockReason') return `«\u00a0${text}\u00a0»`;
  if (name === 'action') return actionName(text);
  return name === 'outcome' ? (OUTCOME_NAMES[text] ?? text) : text;
}
