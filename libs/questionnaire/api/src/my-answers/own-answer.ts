import { createHmac } from 'node:crypto';
import { sendingId } from '../responses/receipt-code';

/** Under which names a signed-in person's draft of one questionnaire and their response to it are kept. */
export interface OwnAnswer {
  /** Opens the draft, as the personal link of a visitor's does. */
  readonly token: string;
  /** What the answers are sent under: the same from every device, so that they count once. */
  readonly responseId: string;
}

/** Drawn from the person's own key: whoever has not got it can tell neither whose they are nor that they are someone's. */
export function ownAnswer(personalKey: Buffer, questionnaireId: string): OwnAnswer {
  const token = createHmac('sha256', personalKey).update(`draft of ${questionnaireId}`).digest('base64url');
  return { token, responseId: sendingId(token) };
}
