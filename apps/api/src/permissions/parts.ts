import type { Role, RoleGrant } from '@preau/shared-domain';

const everywhere = (role: Role): RoleGrant => ({ role, territory: null });

interface Part {
  /** What the account was granted. */
  readonly grants: readonly RoleGrant[];
  /** The roles it acts by. */
  readonly acts: readonly Role[];
}

/** Everybody who may send a request. The theme of the moderator is the first of the consultation (`stage.ts`). */
export const PARTS = {
  visitor: { grants: [], acts: [] },
  participant: { grants: [everywhere('participant')], acts: ['participant'] },
  teacher: { grants: [everywhere('teacher')], acts: ['teacher'] },
  facilitator: { grants: [everywhere('facilitator')], acts: ['facilitator'] },
  moderator: { grants: [everywhere('moderator')], acts: ['moderator'] },
  /** Of Paris, where the scene is. */
  coordinator: {
    grants: [{ role: 'coordinator', territory: { level: 'academie', code: '01' } }],
    acts: ['coordinator'],
  },
  /** Of Lyon, where it is not. */
  farCoordinator: {
    grants: [{ role: 'coordinator', territory: { level: 'academie', code: '10' } }],
    acts: ['coordinator'],
  },
  staff: { grants: [everywhere('staff')], acts: ['staff'] },
  admin: { grants: [everywhere('admin')], acts: ['admin', 'staff'] },
  /** An administrator whose account is suspended, and who signed in again. */
  suspended: { grants: [everywhere('admin')], acts: [] },
  /** An administrator until yesterday. */
  ended: { grants: [everywhere('admin')], acts: [] },
  /** An administrator who showed no second factor. */
  unproved: { grants: [everywhere('admin')], acts: [] },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as PartName[];
