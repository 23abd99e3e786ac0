import { Button } from '@codegouvfr/react-dsfr/Button';
import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { formatDateTime, formatNumber, plural } from '@preau/ui';
import { useMutation } from '@tanstack/react-query';
import { failureSentence, KIND_NAMES } from '../messages';
import { stopRound } from './rounds-query';

const lineFragment = graphql(`
  fragment SearchRoundLine on SearchRound {
    id
    kind
    isCheck
    total
    done
    missing
    changed
    extra
    startedAt
    stoppedAt
    finishedAt
  }
`);

interface RoundLineProps {
  readonly round: FragmentType<typeof lineFragment>;
  readonly onStopped: () => void;
}

/** One walk: how far it is, and what it found. */
export function RoundLine({ round, onStopped }: RoundLineProps) {
  const line = readFragment(lineFragment, round);
  const { id, kind, isCheck, total, done, startedAt, stoppedAt, finishedAt } = line;
  const stop = useMutation({ mutationFn: () => stopRound(id), onSuccess: onStopped });
  const name = `${isCheck ? 'Vérification' : 'Rectification'} des ${KIND_NAMES[kind].many.toLowerCase()}`;
  const isUnderWay = stoppedAt === null && finishedAt === null;
  const state = finishedAt ? 'Terminée' : stoppedAt ? 'Arrêtée' : 'En cours';
  return (
    <li>
      <p className="fr-mb-0">
        <strong>{name}</strong>
        <br />
        {state}&nbsp;: {formatNumber(done)} sur {plural(total, 'contenu', 'contenus')}. {differences(line)}
      </p>
      <p className="preau-search__note">Demandée le {formatDateTime(startedAt)}</p>
      {isUnderWay ? (
        <>
          <progress value={done} max={Math.max(total, 1)} aria-label={`Avancement\u00a0: ${name}`} />
          <Button
            size="small"
            priority="tertiary"
            aria-label={`Arrêter\u00a0: ${name}`}
            disabled={stop.isPending}
            onClick={() => {
              stop.mutate();
            }}
          >
            Arrêter
          </Button>
        </>
      ) : null}
      <p role="alert">{stop.error ? failureSentence(stop.error) : ''}</p>
    </li>
  );
}

function differences({
  isCheck,
  missing,
  changed,
  extra,
  done,
}: Record<'missing' | 'changed' | 'extra' | 'done', number> & { readonly isCheck: boolean }) {
  if (missing + changed + extra === 0) return done > 0 ? 'Aucune différence.' : '';
  const found = `${formatNumber(missing)} absents de l’index, ${formatNumber(changed)} différents, ${formatNumber(extra)} en trop`;
  return isCheck ? `${found}.` : `${found}\u00a0: rectifié.`;
}
