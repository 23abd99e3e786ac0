import type { EntityManager } from 'typeorm';
import { Consultation } from './consultation.entity';
import { Participation } from './participation.entity';
import { Partner } from './partner.entity';
import { Theme } from './theme.entity';

export interface ConsultationToLoad {
  readonly consultation: Omit<Consultation, 'id'>;
  readonly themes: readonly Omit<Theme, 'id' | 'consultationId'>[];
  readonly partners: readonly Pick<Partner, 'position' | 'name'>[];
  /** Figures known from elsewhere, such as those of a finished edition. Without, counting starts at 0 when first loaded. */
  readonly participation: Omit<Participation, 'consultationId'> | null;
}

/**
 * Writes an edition and its parts, found again by their slugs: loading the same twice changes nothing, and
 * whatever points at them keeps pointing. Returns the consultation's id.
 */
export async function loadConsultation(tx: EntityManager, given: ConsultationToLoad): Promise<string> {
  await tx.upsert(Consultation, given.consultation, ['slug']);
  const { id } = await tx.findOneByOrFail(Consultation, { slug: given.consultation.slug });
  for (const theme of given.themes) {
    await tx.upsert(Theme, { ...theme, consultationId: id }, ['consultationId', 'slug']);
  }
  for (const partner of given.partners) {
    await tx.upsert(Partner, { ...partner, consultationId: id }, ['consultationId', 'position']);
  }
  await tx
    .createQueryBuilder()
    .insert()
    .into(Participation)
    .values({ consultationId: id })
    .orIgnore()
    .execute();
  if (given.participation) await tx.update(Participation, { consultationId: id }, given.participation);
  return id;
}
