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

interface PhaseNoticeProps {
  readonly consultation: Dates;
  /** What the team may do in a topic while nobody else writes. */
  readonly mayReply?: boolean;
  readonly mayConclude?: boolean;
}

/** Says when debates can be read and no longer, or not yet, be written in; to the team, what it may do all the same. */
export function PhaseNotice({ consultation, mayReply = false, mayConclude = false }: PhaseNoticeProps) {
  const sentence = SENTENCES[consultation.phase](consultation);
  if (!sentence) return null;
  const when = consultation.phase === 'UPCOMING' ? 'dès maintenant' : 'encore';
  const deeds = mayConclude ? 'd’y répondre et d’en publier la synthèse' : 'd’y répondre';
  return (
    <p className="preau-debate-notice">
      {sentence}
      {mayReply ? ` Votre rôle vous permet ${when} ${deeds}.` : ''}
    </p>
  );
}
