import { Button } from '@codegouvfr/react-dsfr/Button';
import { DATA_EXPORT_DAYS } from '@preau/identity-domain';
import { Failure, formatDateTime, formatDay, formatNumber, Loading, plural, StatusMessage } from '@preau/ui';
import { failureSentence } from '../messages';
import { useDataExport } from './data-export';

/** « Télécharger mes données »: asked for, prepared while one waits or leaves, then downloaded. */
export function DataExportSection() {
  const { query, prepare } = useDataExport();
  const { data: prepared, error, refetch } = query;
  const isPreparing = prepared?.state === 'PREPARING' || prepare.isPending;
  return (
    <section aria-labelledby="telecharger">
      <h2 id="telecharger">Télécharger mes données</h2>
      <p>
        Tout ce que le site sait de vous, dans un fichier&nbsp;: votre compte, vos rôles, vos sessions, ce que
        le journal dit de vous, et vos réponses envoyées en étant connecté ou connectée. Chaque sujet est en
        deux formats, l’un pour un tableur (CSV), l’autre pour un programme (JSON).
      </p>
      <p>
        L’adresse IP d’où vos messages ont été publiés, gardée un an pour la seule justice, n’y est pas&nbsp;:
        le site n’a pas le droit de la lire. Demandez-la au délégué ou à la déléguée à la protection des
        données.
      </p>
      {error ? <Failure error={error} retry={() => void refetch()} /> : null}
      {query.isPending ? <Loading /> : null}
      {prepared?.state === 'PREPARING' ? (
        <p>
          <label htmlFor="preparation">
            Préparation en cours. Vous pouvez quitter cette page et y revenir.
          </label>
          <progress
            id="preparation"
            className="preau-data__progress"
            value={prepared.done}
            max={Math.max(prepared.total, 1)}
          />
        </p>
      ) : null}
      {prepared?.state === 'READY' ? <Download prepared={prepared} /> : null}
      <StatusMessage>{statusOf(prepared)}</StatusMessage>
      {query.isSuccess ? (
        <Button
          priority={prepared ? 'secondary' : 'primary'}
          disabled={isPreparing}
          onClick={() => {
            prepare.mutate();
          }}
        >
          {prepared?.state === 'READY' ? 'Préparer un fichier plus récent' : 'Préparer mes données'}
        </Button>
      ) : null}
      <p role="alert">{prepare.error ? failureSentence(prepare.error) : ''}</p>
      <p className="fr-text--sm">
        Le fichier reste à votre disposition {DATA_EXPORT_DAYS} jours, pour vous seul ou vous seule, puis il
        est effacé.
      </p>
    </section>
  );
}

interface Prepared {
  readonly id: string;
  readonly state: 'PREPARING' | 'READY';
  readonly done: number;
  readonly total: number;
  readonly createdAt: string;
  readonly expiresAt?: string | null;
  readonly bytes?: number | null;
}

function Download({ prepared: { id, createdAt, expiresAt, bytes } }: { readonly prepared: Prepared }) {
  const size = Math.max(1, Math.ceil((bytes ?? 0) / 1024));
  return (
    <p>
      <a
        className="fr-link fr-icon-download-line fr-link--icon-right"
        href={`/exports/my-data/${id}/mes-donnees.zip`}
        download
      >
        Télécharger mes données (ZIP, moins de {formatNumber(size)}&nbsp;Ko)
      </a>
      <br />
      <span className="fr-text--sm">
        Demandé le {formatDateTime(createdAt)}
        {expiresAt ? `, disponible jusqu’au ${formatDay(new Date(expiresAt))}.` : '.'}
      </span>
    </p>
  );
}

function statusOf(prepared: Prepared | null | undefined): string {
  if (!prepared) return '';
  if (prepared.state === 'READY') return 'Vos données sont prêtes.';
  return `${plural(prepared.done, 'sujet préparé', 'sujets préparés')} sur ${formatNumber(prepared.total)}.`;
}
