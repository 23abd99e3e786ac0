import { Injectable } from '@nestjs/common';
import { Attempts, PersonalKeys } from '@preau/identity-api';
import { page, pageSize, type Connection } from '@preau/shared-api';
import type { SignedIn } from '@preau/shared-domain';
import type { ShownQuestionnaire } from '../definitions/questionnaire.types';
import { QuestionnairesService } from '../definitions/questionnaires.service';
import type { Draft } from '../drafts/draft.types';
import { DraftsService } from '../drafts/drafts.service';
import { readReceiptCode, responseId } from '../responses/receipt-code';
import { ResponsesService, type SentResponse } from '../responses/responses.service';
import type { KeptAnswer, LinkRefused, ResponseLinked } from './kept-answers.types';
import { LinkedResponses, MAX_LINKS } from './linked-responses';
import { ownAnswer } from './own-answer';

const MAX_TRIES = 10;

/** One draft or one response of a person, with its answers. */
export interface Kept {
  readonly id: string;
  readonly questionnaire: ShownQuestionnaire;
  readonly draft: Draft | null;
  readonly sent: SentResponse | null;
  readonly isLinked: boolean;
}

/**
 * All answers of whoever is signed in: those sent or begun with their account, found by computing under which names they
 * would be kept, and those they linked by a receipt's code.
 */
@Injectable()
export class KeptAnswersService {
  constructor(
    private readonly keys: PersonalKeys,
    private readonly questionnaires: QuestionnairesService,
    private readonly drafts: DraftsService,
    private readonly responses: ResponsesService,
    private readonly links: LinkedResponses,
    private readonly attempts: Attempts,
  ) {}

  async list(actor: SignedIn, first?: number | null, after?: string | null): Promise<Connection<KeptAnswer>> {
    const size = pageSize(first);
    const all = (await this.all(actor)).map(shown);
    const from = after ? all.findIndex(({ id }) => id === after) + 1 : 0;
    return page(all.slice(from, from + size + 1), size, ({ id }) => id);
  }

  /** The latest questionnaire first; what was linked after what was sent with the account. */
  async all(actor: SignedIn): Promise<Kept[]> {
    const key = await this.keys.of(actor);
    const questionnaires = await this.questionnaires.everPublished();
    const own = questionnaires.map((questionnaire) => {
      const { token, responseId: sentAs } = ownAnswer(key, questionnaire.id);
      return { questionnaire, token, code: this.responses.codeOf(sentAs) };
    });
    const ownCodes = new Set(own.map(({ code }) => code));
    const linked = (await this.links.codes(key)).filter((code) => !ownCodes.has(code));
    const sent = await this.responses.sentUnder([...ownCodes, ...linked]);
    const sentBy = new Map(sent.map((one) => [one.receipt.code, one]));
    const drafts = await this.drafts.byTokens(own.map(({ token }) => token));

    return own.flatMap(({ questionnaire, token, code }): Kept[] => {
      const mine = sentBy.get(code) ?? null;
      const draft = mine ? null : (drafts.get(token) ?? null);
      const theirs = linked
        .flatMap((one) => sentBy.get(one) ?? [])
        .filter(({ row }) => row.questionnaireId === questionnaire.id)
        .map((one) => ({ id: one.row.id, questionnaire, draft: null, sent: one, isLinked: true }))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      const kept = { id: responseId(code), questionnaire, draft, sent: mine, isLinked: false };
      return mine || draft ? [kept, ...theirs] : theirs;
    });
  }

  /** A code that opens nothing is answered the same, whatever it looks like. */
  async link(actor: SignedIn, typed: string): Promise<ResponseLinked | LinkRefused> {
    if (!(await this.attempts.count('link a response', actor.accountId, MAX_TRIES))) {
      return { code: 'TOO_MANY_TRIES' };
    }
    const code = readReceiptCode(typed);
    const [found] = code ? await this.responses.sentUnder([code]) : [];
    if (!code || !found) return { code: 'UNKNOWN_RESPONSE' };
    const known = (await this.all(actor)).find(({ id }) => id === found.row.id);
    if (known) return { answer: shown(known) };
    const key = await this.keys.of(actor);
    if ((await this.links.codes(key)).length >= MAX_LINKS) return { code: 'TOO_MANY_LINKS' };
    await this.links.add(key, code);
    const linked = (await this.all(actor)).find(({ id }) => id === found.row.id);
    return linked ? { answer: shown(linked) } : { code: 'UNKNOWN_RESPONSE' };
  }

  /** What is not linked, or never was, is not linked afterwards either. */
  async unlink(actor: SignedIn, typed: string): Promise<boolean> {
    const code = readReceiptCode(typed);
    if (code) await this.links.remove(await this.keys.of(actor), code);
    return true;
  }
}

const shown = ({ id, questionnaire, draft, sent, isLinked }: Kept): KeptAnswer => ({
  id,
  questionnaire,
  savedAt: draft?.savedAt ?? null,
  receipt: sent?.receipt ?? null,
  isLinked,
});
