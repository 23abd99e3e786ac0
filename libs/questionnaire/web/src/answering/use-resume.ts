import { visibleSections } from '@preau/questionnaire-domain';
import { useAnswering } from './answering-context';
import { faultsIn, placeToResume } from './sections';
import { useMatches } from './use-matches';

/** The page to go on from. */
export function useResume(): string {
  const { base, form, store } = useAnswering();
  const matches = useMatches();
  const { answers } = store;
  const faults = faultsIn(form.definition, answers, matches);
  const code = placeToResume(visibleSections(form.definition, answers), answers, faults);
  return code === null ? `${base}/verifier` : `${base}/repondre/${code}`;
}
