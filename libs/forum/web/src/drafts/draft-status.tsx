import { Button } from '@codegouvfr/react-dsfr/Button';
import { StatusMessage } from '@preau/ui';
import { DRAFT_REFUSALS } from '../messages';
import type { DraftState } from './draft-saver';

interface DraftStatusProps {
  readonly draft: {
    readonly state: DraftState;
    readonly choose: (which: 'HERE' | 'THERE') => void;
  };
}

/** Where what is typed is kept, in passing; and the choice to make when it was written on elsewhere too. */
export function DraftStatus({ draft: { state, choose } }: DraftStatusProps) {
  return (
    <div className="preau-draft">
      <StatusMessage>{sentenceOf(state)}</StatusMessage>
      {state.kind === 'ELSEWHERE' ? (
        <>
          <blockquote>
            {state.kept.title ? `${state.kept.title} — ${state.kept.body}` : state.kept.body}
          </blockquote>
          <div className="preau-form-buttons">
            <Button
              type="button"
              priority="secondary"
              size="small"
              onClick={() => {
                choose('THERE');
              }}
            >
              Reprendre l’autre version
            </Button>
            <Button
              type="button"
              priority="secondary"
              size="small"
              onClick={() => {
                choose('HERE');
              }}
            >
              Garder celle-ci
            </Button>
          </div>
        </>
      ) : null}
    </div>
  );
}

function sentenceOf(state: DraftState): string {
  switch (state.kind) {
    case 'NONE':
      return 'Votre brouillon est gardé sur cet appareil.';
    case 'SAVED':
      return 'Brouillon enregistré.';
    case 'DEVICE':
      return `Brouillon gardé sur cet appareil seulement\u00a0: ${DRAFT_REFUSALS[state.code ?? 'OFFLINE']}`;
    case 'ELSEWHERE':
      return DRAFT_REFUSALS.STALE_REVISION;
  }
}
