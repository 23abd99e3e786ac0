import { expect, test } from '@jest/globals';
import { connectionRequestFault, type ConnectionRequest } from './connection-request.rules';

const ID = '01890000-0000-7000-8000-000000000001';
const good: ConnectionRequest = {
  reference: 'TJ Paris 26/1234',
  objects: [ID],
  account: null,
  from: '2026-11-01',
  to: '2026-11-22',
};

test.each<[string, Partial<ConnectionRequest>, string | null]>([
  ['an object', {}, null],
  ['an account', { objects: [], account: 'x@preau.test' }, null],
  ['one day', { to: '2026-11-01' }, null],
  ['no reference', { reference: '' }, 'REFERENCE'],
  ['blanks for a reference', { reference: '      ' }, 'REFERENCE'],
  ['a reference in two signs', { reference: '12' }, 'REFERENCE'],
  ['a reference without end', { reference: 'x'.repeat(201) }, 'REFERENCE'],
  ['a reference that cannot be written', { reference: 'TJ\u0000 1234' }, 'REFERENCE'],
  ['everything of a period', { objects: [] }, 'NOTHING_NAMED'],
  ['what is no id', { objects: [ID, 'x'] }, 'OBJECT'],
  ['no period', { from: '', to: '' }, 'PERIOD'],
  ['a day that is none', { to: '2026-02-30' }, 'PERIOD'],
  ['an end before the beginning', { to: '2026-10-31' }, 'PERIOD'],
])('%s', (_, change, fault) => {
  expect(connectionRequestFault({ ...good, ...change })).toBe(fault);
});
