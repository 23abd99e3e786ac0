import { describe, expect, test } from '@jest/globals';
import type { Actor, RoleGrant } from './actor';
import { holds, type ParentOf, type Scope } from './scope';
import type { Territory } from './territory';

const school: Territory = { level: 'etablissement', code: '0750655E' };
const paris: Territory = { level: 'departement', code: '75' };
const academieDeParis: Territory = { level: 'academie', code: '01' };
const ileDeFrance: Territory = { level: 'region', code: '11' };
const france: Territory = { level: 'nation', code: 'FR' };
const versailles: Territory = { level: 'academie', code: '25' };
const chain = [school, paris, academieDeParis, ileDeFrance, france];

const parentOf: ParentOf = (territory) => {
  if (territory === versailles) return ileDeFrance;
  return chain[chain.findIndex(({ code }) => code === territory.code) + 1] ?? null;
};
const with_ = (...grants: RoleGrant[]): Actor => ({
  kind: 'account',
  accountId: 'a',
  sessionId: 's',
  grants,
});
const coordinator = (territory: Territory | null, themeId: string | null = null): Actor =>
  with_({ role: 'coordinator', territory, themeId });

describe('a role holds', () => {
  test.each<[string, Actor, Scope, boolean]>([
    ['in its own territory', coordinator(academieDeParis), { territory: academieDeParis }, true],
    ['in a school of it', coordinator(academieDeParis), { territory: school }, true],
    ['in a département of it', coordinator(academieDeParis), { territory: paris }, true],
    ['not in the region around it', coordinator(academieDeParis), { territory: ileDeFrance }, false],
    ['not next door', coordinator(versailles), { territory: paris }, false],
    ['in each académie of a region', coordinator(ileDeFrance), { territory: versailles }, true],
    ['in a school, for a school', coordinator(school), { territory: school }, true],
    ['not in the département, for a school', coordinator(school), { territory: paris }, false],
    ['everywhere, for the nation', coordinator(france), { territory: school }, true],
    ['everywhere, without a territory', coordinator(null), { territory: school }, true],
    ['on what concerns all, without a territory', coordinator(null), {}, true],
    ['not on what concerns all, with a territory', coordinator(academieDeParis), {}, false],
    [
      'not where the territory is another level’s code',
      coordinator({ level: 'region', code: '01' }),
      { territory: academieDeParis },
      false,
    ],
    ['on its theme', coordinator(null, 't1'), { themeId: 't1' }, true],
    ['not on another', coordinator(null, 't1'), { themeId: 't2' }, false],
    ['not on what has none', coordinator(null, 't1'), { territory: paris }, false],
    ['on every theme when it names none', coordinator(paris), { territory: paris, themeId: 't2' }, true],
    [
      'on its theme in its territory only',
      coordinator(paris, 't1'),
      { territory: versailles, themeId: 't1' },
      false,
    ],
    ['nowhere for a visitor', { kind: 'visitor' }, {}, false],
    ['not as another role', with_({ role: 'moderator', territory: null }), {}, false],
  ])('%s', (_, actor, scope, expected) => {
    expect(holds(actor, 'coordinator', scope, parentOf)).toBe(expected);
  });

  test('by one grant alone: two halves do not make one', () => {
    const actor = with_(
      { role: 'moderator', territory: paris, themeId: 't1' },
      { role: 'moderator', territory: versailles, themeId: 't2' },
    );
    expect(holds(actor, 'moderator', { territory: paris, themeId: 't2' }, parentOf)).toBe(false);
    expect(holds(actor, 'moderator', { territory: versailles, themeId: 't2' }, parentOf)).toBe(true);
  });

  test('of staff, for an administrator', () => {
    expect(holds(with_({ role: 'admin', territory: null }), 'staff', {}, parentOf)).toBe(true);
    expect(holds(with_({ role: 'staff', territory: null }), 'admin', {}, parentOf)).toBe(false);
  });
});
