import type { EntityManager } from 'typeorm';
import { professionalAddress } from '@preau/identity-domain';
import { RoleGrantRow } from '../rights/role-grant.entity';
import { Account } from './account.entity';

/** Whatever proves that somebody teaches, shown when they sign in. */
interface ProfessionProof {
  readonly email: string | null;
  /** The provider the proof comes from; null when it is the mail. */
  readonly provider: string | null;
  readonly provesTeacher: boolean;
}

/**
 * Makes a verified teacher of an account whose owner has just shown a professional address or a provider's claim, once.
 * A role that was taken away by somebody is not given back: its reason stays in the audit log, the grant does not.
 */
export async function proveProfession(
  tx: EntityManager,
  account: Account,
  { email, provider, provesTeacher }: ProfessionProof,
  domains: readonly string[],
): Promise<void> {
  const address = email === null ? null : professionalAddress(email, domains);
  if (!address && !provesTeacher) return;
  const proof = address?.domain ?? provider ?? '';
  if (account.professionalDomain === proof) return;
  await tx.update(Account, { id: account.id }, { professionalDomain: proof });
  if (await tx.existsBy(RoleGrantRow, { accountId: account.id, role: 'teacher' })) return;
  const reason = address ? `Adresse professionnelle en ${address.domain}` : `Attesté par ${proof}`;
  await tx.insert(RoleGrantRow, { accountId: account.id, role: 'teacher', reason });
}
