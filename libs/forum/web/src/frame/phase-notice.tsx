import { formatDay } from '@preau/ui';
import type { DebatesFrame } from './use-debates-frame';

type Phase = DebatesFrame['phase'];
type Dates = Pick<DebatesFrame, 'phase' | 'opensAt' | 'closesAt'>;

const SENTENCES: Record<Phase, (dates: Dates) => string> = {
  UPCOMING: ({ opensAt }) =>
    `Les débats ouvriront le ${formatDay(opensAt)}. Revenez ce jour-là pour y participer.`,
  OPEN: () => '',
  CLOSED: ({ closesAt }) =>
    `La concertation est terminée depuis le ${formatDay(closesAt)}. Les débats se lisent, et ne s’écrivent plus.`,
  REPORTED: ({ closesAt }) =>
    `La concertation est terminée depuis le ${formatDay(closesAt)} et son bilan est publié. Les débats se lisent, et ne s’écrivent plus.`,
};

/** Says when debates can be read and no longer, or not yet, be written in. */
export function PhaseNotice({ consultation }: { readonly consultation: Dates }) {
  const sentence = SENTENCES[consultation.phase](consultation);
  return sentence ? <p className="preau-debate-notice">{sentence}</p> : null;
}
