import type { Definition } from '@preau/questionnaire-domain';
import type { EntityManager } from 'typeorm';

/** Published versions, which never change, read once and through the transaction at hand. */
export class VersionStore {
  private readonly known = new Map<string, ReadonlyMap<number, Definition>>();

  /** Looks versions up; throws when a response names one that was never published. */
  async versions(
    tx: EntityManager,
    questionnaireId: string,
    wanted: readonly number[],
  ): Promise<(version: number) => Definition> {
    let known = this.known.get(questionnaireId);
    if (!known || wanted.some((version) => !known?.has(version))) {
      known = await load(tx, questionnaireId);
      this.known.set(questionnaireId, known);
    }
    const versions = known;
    return (version) => {
      const definition = versions.get(version);
      if (!definition) throw new Error(`Questionnaire ${questionnaireId} has no version ${version}`);
      return definition;
    };
  }
}

async function load(tx: EntityManager, questionnaireId: string): Promise<ReadonlyMap<number, Definition>> {
  const rows = await tx.query<{ version: number; definition: Definition }[]>(
    'SELECT version, definition FROM questionnaire_version WHERE questionnaire_id = $1',
    [questionnaireId],
  );
  return new Map(rows.map(({ version, definition }) => [version, definition]));
}
