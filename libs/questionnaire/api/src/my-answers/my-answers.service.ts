import { Injectable } from '@nestjs/common';
import { PersonalKeys } from '@preau/identity-api';
import { isUuid } from '@preau/shared-api';
import type { Actor, SignedIn } from '@preau/shared-domain';
import { QuestionnairesService } from '../definitions/questionnaires.service';
import type { DraftRefused, DraftSaved, SaveDraftInput } from '../drafts/draft.types';
import { DraftsService } from '../drafts/drafts.service';
import {
  refused,
  type ResponseReceipt,
  type ResponseRefused,
  type SubmitResponseInput,
} from '../responses/response.types';
import { ResponsesService } from '../responses/responses.service';
import type { MyAnswer } from './my-answers.types';
import { ownAnswer } from './own-answer';
import { UnlinkedAnswers } from './unlinked-answers';

/**
 * Drafts and responses of whoever sends the request. A visitor's are under names of their own choosing; those of somebody
 * signed in are under names drawn from their personal key, so that there is one of each from all their devices together.
 */
@Injectable()
export class MyAnswersService {
  constructor(
    private readonly keys: PersonalKeys,
    private readonly questionnaires: QuestionnairesService,
    private readonly drafts: DraftsService,
    private readonly responses: ResponsesService,
    private readonly unlinked: UnlinkedAnswers,
  ) {}

  /** Null when there is no such questionnaire. */
  async of(actor: SignedIn, questionnaireId: string): Promise<MyAnswer | null> {
    const questionnaire = await this.questionnaires.find({ id: questionnaireId }, actor);
    if (!questionnaire) return null;
    const own = ownAnswer(await this.keys.of(actor), questionnaire.id);
    const receipt = await this.responses.receiptOf(own.responseId);
    const draft = receipt ? null : await this.drafts.byToken(own.token);
    const isUnlinked = !receipt && (await this.unlinked.has(actor, questionnaire.id));
    return { ...own, questionnaire, draft, receipt, isUnlinked };
  }

  async saveDraft(actor: Actor, input: SaveDraftInput): Promise<DraftSaved | DraftRefused> {
    if (actor.kind === 'visitor' || !isUuid(input.questionnaireId)) return this.drafts.save(input);
    const questionnaireId = input.questionnaireId.toLowerCase();
    const own = ownAnswer(await this.keys.of(actor), questionnaireId);
    // A draft begun before signing in, or opened by somebody's link, stays what it is.
    if (input.token && input.token !== own.token) return this.drafts.save(input);
    if (await this.responses.receiptOf(own.responseId)) return { code: 'ALREADY_ANSWERED' };
    if (await this.unlinked.has(actor, questionnaireId)) return { code: 'ANSWER_UNLINKED' };
    return this.drafts.save(input, own.token);
  }

  async submit(actor: Actor, input: SubmitResponseInput): Promise<ResponseReceipt | ResponseRefused> {
    if (actor.kind === 'visitor' || !isUuid(input.questionnaireId)) return this.responses.submit(input);
    const questionnaireId = input.questionnaireId.toLowerCase();
    const key = await this.keys.of(actor);
    const own = ownAnswer(key, questionnaireId);
    // Sent before signing in, and sent again because its receipt was lost on the way: it counts as what it was.
    const isEarlier = input.id !== own.responseId && (await this.responses.receiptOf(input.id)) !== null;
    if (isEarlier) return this.responses.submit(input);
    if (await this.unlinked.has(actor, questionnaireId)) return refused('ANSWER_UNLINKED');
    const sent = await this.responses.submit(input, own);
    // The deletion of the account was asked for meanwhile, and could not see this response yet.
    if ('digest' in sent && !(await this.keys.isStill(actor, key))) {
      await this.unlinked.note(actor, [questionnaireId]);
    }
    return sent;
  }
}
