import { useAnswering, useDraft } from './answering-context';
import { deviceOf } from './device';

/** Where to send somebody who cannot answer on this page now; null when they can. */
export function useGate(page: 'SECTION' | 'REVIEW'): string | null {
  const { base, form, kind, mine } = useAnswering();
  const { record, endedElsewhere } = useDraft();
  if (kind === 'AMEND') {
    if (!record) return '/reponse';
    return record.sending && page === 'SECTION' ? `${base}/verifier` : null;
  }
  if (endedElsewhere || mine?.receipt || mine?.isUnlinked) return base;
  if (!record)
    return form.isOpen && page === 'SECTION' && (mine || !deviceOf(form.id).answered) ? null : base;
  const isReadOnly = !form.isOpen || record.sending !== undefined;
  return isReadOnly && page === 'SECTION' ? `${base}/verifier` : null;
}
