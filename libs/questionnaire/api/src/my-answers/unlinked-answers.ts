import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AccountEndings, PersonalDataSources, PersonalKeys, type DataRow } from '@preau/identity-api';
import type { SignedIn } from '@preau/shared-domain';
import type { DataSource, EntityManager } from 'typeorm';
import { responseId } from '../responses/receipt-code';
import { ResponsesService } from '../responses/responses.service';
import { ownAnswer } from './own-answer';
import { UnlinkedAnswer } from './unlinked-answer.entity';

/**
 * Deleting an account destroys its personal key at once, while the account lives on for thirty days: with a new key it would
 * answer a second time. So, while the session can still tell, it is noted which questionnaires were answered, and no more.
 */
@Injectable()
export class UnlinkedAnswers implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly keys: PersonalKeys,
    private readonly responses: ResponsesService,
    private readonly endings: AccountEndings,
    private readonly sources: PersonalDataSources,
  ) {}

  onModuleInit() {
    this.endings.add({
      whileLinked: (tx, actor) => this.noteAll(tx, actor),
      atEnd: (tx, accountId) => tx.delete(UnlinkedAnswer, { accountId }),
    });
    this.sources.add({
      name: 'questionnaires-deja-repondus',
      about:
        'les questionnaires auxquels votre compte avait répondu quand vous avez demandé sa suppression ; vos réponses n’y sont plus rattachées.',
      columns: ['questionnaire'],
      rows: titles,
    });
  }

  has({ accountId }: SignedIn, questionnaireId: string): Promise<boolean> {
    return this.database.manager.existsBy(UnlinkedAnswer, { accountId, questionnaireId });
  }

  /** Noted twice, it is there once. */
  async note(
    { accountId }: SignedIn,
    questionnaireIds: readonly string[],
    tx: EntityManager = this.database.manager,
  ): Promise<void> {
    const rows = questionnaireIds.map((questionnaireId) => ({ accountId, questionnaireId }));
    await tx.createQueryBuilder().insert().into(UnlinkedAnswer).values(rows).orIgnore().execute();
  }

  private async noteAll(tx: EntityManager, actor: SignedIn): Promise<void> {
    const key = await this.keys.ofLeaving(tx, actor);
    if (!key) return;
    const published = await tx.query<{ id: string }[]>(
      "SELECT id FROM questionnaire WHERE status <> 'DRAFT'",
    );
    const ids = published.map(({ id }) => responseId(this.responses.codeOf(ownAnswer(key, id).responseId)));
    const answered = await tx.query<{ id: string }[]>(
      'SELECT questionnaire_id AS id FROM response WHERE id = ANY($1)',
      [ids],
    );
    const noted = answered.map(({ id }) => id);
    if (noted.length > 0) await this.note(actor, noted, tx);
  }
}

async function* titles(tx: EntityManager, accountId: string): AsyncGenerator<DataRow> {
  yield* await tx.query<DataRow[]>(
    `SELECT title AS questionnaire FROM unlinked_answer JOIN questionnaire ON id = questionnaire_id
     WHERE account_id = $1 ORDER BY title, id`,
    [accountId],
  );
}
