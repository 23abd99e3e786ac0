import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { MoreThan, type DataSource, type EntityManager } from 'typeorm';
import {
  answerOppositionRefusal,
  keptOppositionText,
  opposeRefusal,
  type AnswerOppositionRefusal,
  type OppositionState,
  type OpposeRefusal,
} from '@preau/identity-domain';
import {
  audit,
  badInput,
  CONFIG,
  isUuid,
  MailQueue,
  notFound,
  page,
  pageSize,
  signedIn,
  transaction,
  type Config,
  type Connection,
} from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { AccountEndings } from '../deletion/account-endings';
import { PersonalDataSources } from '../personal-data/personal-data-sources';
import { processingOf } from '../processings/processings';
import { answerMail } from './answer-mail';
import { ofPerson } from './of-person';
import { Opposition } from './opposition.entity';
import type { AnswerOppositionInput, OpposeInput } from './opposition.types';

interface PageArgs {
  readonly state: OppositionState;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** Objections to the use of one's data, and the answers of the team. */
@Injectable()
export class Oppositions implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly mails: MailQueue,
    private readonly sources: PersonalDataSources,
    private readonly endings: AccountEndings,
  ) {}

  onModuleInit() {
    this.sources.add(ofPerson);
    this.endings.add({ atEnd: (tx, accountId) => tx.delete(Opposition, { accountId }) });
  }

  /** Sent again while the same one is open, it stays as it was first written. */
  async file(
    actor: Actor,
    { processing, reason: typed }: OpposeInput,
  ): Promise<{ opposition: Opposition } | { code: OpposeRefusal }> {
    const { accountId } = signedIn(actor);
    const reason = keptOppositionText(typed);
    const code = opposeRefusal(processingOf(processing), reason);
    if (code) return { code };
    return transaction(this.database, async (tx) => {
      await tx.query(
        `INSERT INTO opposition (account_id, processing, reason) VALUES ($1, $2, $3)
         ON CONFLICT (account_id, processing) WHERE state = 'open' DO NOTHING`,
        [accountId, processing, reason],
      );
      const opposition = await tx.findOneByOrFail(Opposition, { accountId, processing, state: 'open' });
      return { opposition };
    });
  }

  /** The latest first: a person has few. */
  mine(actor: Actor): Promise<Opposition[]> {
    const { accountId } = signedIn(actor);
    return this.database.manager.find(Opposition, { where: { accountId }, order: { id: 'DESC' }, take: 100 });
  }

  /** The oldest first: they have waited longest. */
  async queue({ state, first, after }: PageArgs): Promise<Connection<Opposition> & { totalCount: number }> {
    const size = pageSize(first);
    if (typeof after === 'string' && !isUuid(after)) throw badInput('Ce curseur n’est pas valable.');
    const rows = await this.database.manager.find(Opposition, {
      where: { state, ...(after && { id: MoreThan(after) }) },
      order: { id: 'ASC' },
      take: size + 1,
    });
    const totalCount = await this.database.manager.countBy(Opposition, { state });
    return { ...page(rows, size, ({ id }) => id), totalCount };
  }

  answer(
    actor: Actor,
    { id, decision, answer: typed }: AnswerOppositionInput,
  ): Promise<{ opposition: Opposition } | { code: AnswerOppositionRefusal }> {
    if (!isUuid(id)) throw notFound();
    const { accountId } = signedIn(actor);
    const answer = keptOppositionText(typed);
    return transaction(this.database, async (tx) => {
      const found = await tx.findOne(Opposition, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!found) throw notFound();
      const isOwn = found.accountId === accountId;
      const code = answerOppositionRefusal({ state: found.state, isOwn, answer });
      if (code) return { code };
      const answered = { state: decision, answer, answeredAt: new Date(), answeredBy: accountId };
      await tx.update(Opposition, { id }, answered);
      const details = { processing: found.processing, decision };
      await audit(tx, actor, { action: 'oppositions.answer', object: `opposition:${id}`, details });
      const opposition = Object.assign(found, answered);
      await this.tell(tx, opposition);
      return { opposition };
    });
  }

  private async tell(tx: EntityManager, opposition: Opposition): Promise<void> {
    const person = await tx.findOneByOrFail(Account, { id: opposition.accountId });
    if (person.email === null) return;
    const title = processingOf(opposition.processing)?.title ?? opposition.processing;
    await this.mails.post(tx, [answerMail(person.email, opposition, title, this.config.publicUrl)]);
  }
}
