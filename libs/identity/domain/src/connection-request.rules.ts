import { isStorableText } from '@preau/shared-domain';

/** What an authority asks to know of: things published or somebody's account, between two days of Paris, both included. */
export interface ConnectionRequest {
  /** Of the legal request, as its authority numbers it. */
  readonly reference: string;
  readonly objects: readonly string[];
  /** Id of an account, or its address. */
  readonly account: string | null;
  /** `YYYY-MM-DD` */
  readonly from: string;
  readonly to: string;
}

export type ConnectionRequestFault = 'REFERENCE' | 'NOTHING_NAMED' | 'OBJECT' | 'PERIOD';

export const REFERENCE_LENGTH = { min: 4, max: 200 };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Why a request cannot be carried out, or null: no reference, nothing in particular asked for, an id or a period that is none. */
export function connectionRequestFault(request: ConnectionRequest): ConnectionRequestFault | null {
  const { length } = request.reference.trim();
  const isReference = length >= REFERENCE_LENGTH.min && length <= REFERENCE_LENGTH.max;
  if (!isReference || !isStorableText(request.reference)) return 'REFERENCE';
  if (request.objects.length === 0 && request.account === null) return 'NOTHING_NAMED';
  if (!request.objects.every((id) => UUID.test(id))) return 'OBJECT';
  return isDay(request.from) && isDay(request.to) && request.from <= request.to ? null : 'PERIOD';
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
