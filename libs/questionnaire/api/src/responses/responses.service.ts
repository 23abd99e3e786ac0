import { hash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { openness } from '@preau/questionnaire-domain';
import { badInput, CONFIG, isUuid, transaction, type Config } from '@preau/shared-api';
import { dayInParis, VISITOR } from '@preau/shared-domain';
import { In, type DataSource, type EntityManager } from 'typeorm';
import type { OwnAnswer } from '../my-answers/own-answer';
import { DefinitionStore } from '../definitions/definition-store';
import { QuestionnairesService } from '../definitions/questionnaires.service';
import { draftHash } from '../drafts/seal';
import { checkAnswers, digestOf } from './check-answers';
import { readReceiptCode, receiptCode, responseId } from './receipt-code';
import { ResponseRow } from './response.entity';
import { ResponseWriter } from './response-writer';
import { replaceAnswers, takesAnswers } from './response.queries';
import {
  refused,
  type AmendResponseInput,
  type Response,
  type ResponseReceipt,
  type ResponseRefused,
  type SubmitResponseInput,
} from './response.types';

export interface SentResponse {
  readonly row: ResponseRow;
  readonly receipt: ResponseReceipt;
}

const DEVICE_TOKEN_LENGTH = { min: 16, max: 200 };

/** Receiving responses, and giving them back to whoever holds their receipt. */
@Injectable()
export class ResponsesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly store: DefinitionStore,
    private readonly questionnaires: QuestionnairesService,
    private readonly writer: ResponseWriter,
  ) {}

  /**
   * Keeps a response, once: the same id with the same answers gets the same receipt, however often it is sent. With
   * `own`, under that name whatever id was chosen: somebody signed in answers once from all their devices together.
   */
  async submit(
    input: SubmitResponseInput,
    own: OwnAnswer | null = null,
  ): Promise<ResponseReceipt | ResponseRefused> {
    if (!isUuid(input.id)) throw badInput('Le champ « id » doit être un UUID.');
    const questionnaire = await this.store.byId(input.questionnaireId);
    if (!questionnaire || questionnaire.status === 'DRAFT') return refused('UNKNOWN_QUESTIONNAIRE');
    const definition = await this.store.definition(questionnaire.id, input.version);
    if (!definition) return refused('UNKNOWN_VERSION');
    const checked = checkAnswers(definition, input.answers);
    if (!checked.ok) return refused('INVALID_ANSWERS', checked.problems);

    const code = receiptCode(this.config.SECRET_KEY, own?.responseId ?? input.id);
    const id = responseId(code);
    const token = own?.token ?? input.draftToken;
    const digest = digestOf(questionnaire.id, input.version, checked.clean.answers);
    const now = new Date();
    const closed = openness(questionnaire, now);
    const day = dayInParis(now);
    const written =
      closed === null &&
      (await this.writer.write({
        id,
        questionnaireId: questionnaire.id,
        version: input.version,
        clean: checked.clean,
        profile: checked.profile,
        day,
        // An account is told apart by its own name: others who sign in on the same device answer too.
        deviceHash: own ? null : deviceHash(questionnaire.id, input.deviceToken),
        draftHash: token ? draftHash(token) : null,
      }));
    if (written) return { id: input.id, code, submittedOn: day, digest };

    const earlier = await this.row(this.database.manager, id);
    if (earlier) {
      const same = digestOf(earlier.questionnaireId, earlier.version, earlier.answers) === digest;
      if (same) return { id: input.id, code, submittedOn: earlier.day, digest };
      return refused(own ? 'ALREADY_ANSWERED' : 'CONFLICT');
    }
    if (closed !== null) return refused(closed);
    // Open a moment ago, and neither written nor there: either it closed meanwhile, or this device has answered.
    const open = await this.questionnaires.isOpen(questionnaire.id);
    return refused(open ? 'ALREADY_ANSWERED' : 'CLOSED');
  }

  /** The code of whatever is sent under this id. */
  codeOf(sentAs: string): string {
    return receiptCode(this.config.SECRET_KEY, sentAs);
  }

  /** The receipt of what was sent under this id, or null. */
  async receiptOf(sentAs: string): Promise<ResponseReceipt | null> {
    const [found] = await this.sentUnder([this.codeOf(sentAs)]);
    return found ? { ...found.receipt, id: sentAs } : null;
  }

  /** The responses that these codes open, in no order; codes that open none are passed over. */
  async sentUnder(codes: readonly string[]): Promise<SentResponse[]> {
    const codeOf = new Map(codes.map((code) => [responseId(code), code]));
    const rows = await this.database.manager.findBy(ResponseRow, { id: In([...codeOf.keys()]) });
    return rows.map((row) => ({
      row,
      receipt: {
        id: row.id,
        code: codeOf.get(row.id) ?? '',
        submittedOn: row.day,
        digest: digestOf(row.questionnaireId, row.version, row.answers),
      },
    }));
  }

  /** The response a receipt's code opens, or null. */
  async byCode(typed: string): Promise<Response | null> {
    const code = readReceiptCode(typed);
    const row = code ? await this.row(this.database.manager, responseId(code)) : null;
    if (!row) return null;
    const [questionnaire, definition] = await Promise.all([
      this.questionnaires.find({ id: row.questionnaireId }, VISITOR),
      this.store.definition(row.questionnaireId, row.version),
    ]);
    if (!questionnaire || !definition) return null;
    return {
      id: row.id,
      questionnaire,
      definition,
      version: row.version,
      answers: row.answers,
      submittedOn: row.day,
      digest: digestOf(row.questionnaireId, row.version, row.answers),
      viewerCan: { amend: this.questionnaires.rights(questionnaire, VISITOR).answer },
    };
  }

  /** Replaces the answers until closing; the code and the day stay. Sending the same answers again changes nothing. */
  async amend(input: AmendResponseInput): Promise<ResponseReceipt | ResponseRefused> {
    const code = readReceiptCode(input.code);
    const found = code ? await this.row(this.database.manager, responseId(code)) : null;
    if (!code || !found) return refused('UNKNOWN_RESPONSE');
    const questionnaire = await this.store.byId(found.questionnaireId);
    const definition = await this.store.definition(found.questionnaireId, found.version);
    if (!questionnaire || !definition) return refused('UNKNOWN_RESPONSE');
    const closed = openness(questionnaire, new Date());
    if (closed) return refused(closed);
    const checked = checkAnswers(definition, input.answers);
    if (!checked.ok) return refused('INVALID_ANSWERS', checked.problems);

    const digest = digestOf(found.questionnaireId, found.version, checked.clean.answers);
    const isOpen = await transaction(this.database, async (tx) => {
      // As when sending, the database has the last word: what is remembered here may be a moment old.
      if (!(await takesAnswers(tx, found.questionnaireId))) return false;
      const row = await this.row(tx, found.id, true);
      if (!row || digestOf(row.questionnaireId, row.version, row.answers) === digest) return true;
      const earlier = { answers: row.answers, skipped: row.skipped };
      await replaceAnswers(tx, row.id, row.questionnaireId, earlier, checked);
      return true;
    });
    if (!isOpen) return refused('CLOSED');
    return { id: found.id, code, submittedOn: found.day, digest };
  }

  private async row(tx: EntityManager, id: string, lock = false): Promise<ResponseRow | null> {
    return tx.findOne(ResponseRow, {
      where: { id },
      ...(lock && { lock: { mode: 'pessimistic_write' as const } }),
    });
  }
}

/** Hashed with the questionnaire, so that one browser's marks on two questionnaires have nothing in common. */
function deviceHash(questionnaireId: string, token: string | null | undefined): Buffer | null {
  if (token === null || token === undefined) return null;
  if (token.length < DEVICE_TOKEN_LENGTH.min || token.length > DEVICE_TOKEN_LENGTH.max) {
    throw badInput('Le champ « deviceToken » doit compter de 16 à 200 caractères.');
  }
  return hash('sha256', `device:${questionnaireId}:${token}`, 'buffer');
}
