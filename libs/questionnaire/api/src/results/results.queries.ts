import type { EntityManager } from 'typeorm';
import type { PackedCounts } from '../tallies/packed-counts';
import type { QuestionResult } from './results.types';

interface Moments {
  readonly talliedAt: Date | null;
  readonly shownAt: Date | null;
}

export interface ExactSlices {
  readonly talliedAt: Date | null;
  readonly keys: readonly string[];
  readonly slices: ReadonlyMap<string, { readonly responses: number; readonly counts: PackedCounts }>;
}

/** Exact tallies of some slices with their moment, all of one and the same state. */
export async function readExact(
  tx: EntityManager,
  questionnaireId: string,
  slices: readonly string[],
): Promise<ExactSlices> {
  const [state] = await tx.query<
    {
      talliedAt: Date | null;
      keys: string[];
      slices: { slice: string; responses: number; counts: PackedCounts }[];
    }[]
  >(
    `SELECT nullif(tallied_at, 'epoch') AS "talliedAt", keys, (
       SELECT coalesce(json_agg(json_build_object('slice', slice, 'responses', responses, 'counts', counts)), '[]')
       FROM result_slice WHERE questionnaire_id = $1 AND slice = ANY($2)
     ) AS slices
     FROM result_state WHERE questionnaire_id = $1`,
    [questionnaireId, slices],
  );
  return {
    talliedAt: state?.talliedAt ?? null,
    keys: state?.keys ?? [],
    slices: new Map((state?.slices ?? []).map((row) => [row.slice, row])),
  };
}

export interface PublicSlices {
  readonly shownAt: Date | null;
  readonly talliedAt: Date | null;
  readonly slices: ReadonlyMap<
    string,
    { readonly total: number | null; readonly questions: QuestionResult[] }
  >;
}

/** What everybody may read of some slices (in one section), with its moment, all of one and the same publication. */
export async function readPublic(
  tx: EntityManager,
  questionnaireId: string,
  slices: readonly string[],
  section: string | null,
): Promise<PublicSlices> {
  const rows = await tx.query<
    (Moments & { slice: string | null; total: number | null; questions: QuestionResult[] })[]
  >(
    `SELECT shown_at AS "shownAt", nullif(tallied_at, 'epoch') AS "talliedAt", slice, total, questions
     FROM result_state LEFT JOIN public_result
       ON public_result.questionnaire_id = result_state.questionnaire_id
       AND slice = ANY($2) AND ($3::text IS NULL OR section = $3)
     WHERE result_state.questionnaire_id = $1`,
    [questionnaireId, slices, section],
  );
  const found = new Map<string, { total: number | null; questions: QuestionResult[] }>();
  for (const { slice, total, questions } of rows) {
    if (slice === null) continue;
    found.set(slice, { total, questions: [...(found.get(slice)?.questions ?? []), ...questions] });
  }
  return { shownAt: rows[0]?.shownAt ?? null, talliedAt: rows[0]?.talliedAt ?? null, slices: found };
}
