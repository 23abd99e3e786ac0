import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { RadioButtons } from '@codegouvfr/react-dsfr/RadioButtons';
import { dayInParis } from '@preau/shared-domain';
import { formatNumber, plural, StatusMessage } from '@preau/ui';
import { useId, useState } from 'react';
import { DOWNLOAD_FAILURES } from '../messages';
import { type Progress } from './save-response';
import { canStreamToDisk } from './save-target';
import { useDownload, type DownloadState } from './use-download';

/** Beyond this, a file is not gathered in the page's memory: the browser downloads it by itself. */
const MOST_ROWS_IN_MEMORY = 50_000;

const DIALECTS = {
  french: { label: 'Point-virgule, pour un tableur réglé en français', query: '' },
  rfc4180: { label: 'Virgule (RFC 4180), pour les autres logiciels', query: '?dialect=rfc4180' },
} as const;
type Dialect = keyof typeof DIALECTS;

interface DownloadPanelProps {
  readonly questionnaireId: string;
  /** Begins the file's name; the day ends it. */
  readonly name: string;
  readonly rows: number;
}

/** Every answer, and the key to read them. */
export function DownloadPanel({ questionnaireId, name, rows }: DownloadPanelProps) {
  const [dialect, setDialect] = useState<Dialect>('french');
  const base = `/exports/questionnaires/${questionnaireId}`;
  const { query } = DIALECTS[dialect];
  const url = `${base}/responses.csv${query}`;
  const download = useDownload(url, `${name}-reponses-${dayInParis(new Date())}.csv`);
  const isRunning = download.state.step === 'RUNNING';
  const canFollow = canStreamToDisk() || rows <= MOST_ROWS_IN_MEMORY;

  return (
    <>
      <RadioButtons
        legend="Séparateur des colonnes"
        small
        disabled={isRunning}
        options={(Object.keys(DIALECTS) as Dialect[]).map((value) => ({
          label: DIALECTS[value].label,
          nativeInputProps: {
            value,
            checked: dialect === value,
            onChange: () => {
              setDialect(value);
            },
          },
        }))}
      />
      <ul className="preau-staff__actions">
        <li>
          {canFollow ? (
            <Button iconId="fr-icon-download-line" disabled={isRunning} onClick={() => void download.start()}>
              Télécharger les réponses (CSV)
            </Button>
          ) : (
            <a className="fr-btn fr-btn--icon-left fr-icon-download-line" href={url} download>
              Télécharger les réponses (CSV)
            </a>
          )}
        </li>
        <li>
          <a className="fr-btn fr-btn--secondary" href={`${base}/codebook.csv${query}`} download>
            Dictionnaire des colonnes (CSV)
          </a>
        </li>
        {canFollow ? (
          <li>
            <a className="fr-link" href={url} download>
              Lien direct vers les réponses
            </a>
          </li>
        ) : null}
      </ul>
      {canFollow ? null : (
        <p className="fr-text--sm">
          Le fichier est volumineux&nbsp;: votre navigateur le télécharge lui-même et en montre l’avancement.
        </p>
      )}
      {download.state.step === 'RUNNING' ? (
        <Running progress={download.state.progress} onCancel={download.cancel} />
      ) : null}
      <StatusMessage>{report(download.state)}</StatusMessage>
      <div role="alert">
        {download.state.step === 'FAILED' ? (
          <Alert severity="error" small description={DOWNLOAD_FAILURES[download.state.failure]} />
        ) : null}
      </div>
    </>
  );
}

function report(state: DownloadState): string {
  if (state.step === 'RUNNING') return 'Téléchargement en cours.';
  if (state.step === 'CANCELLED') return 'Téléchargement annulé\u00a0: rien n’a été gardé.';
  if (state.step === 'DONE') {
    return `Téléchargement terminé\u00a0: ${plural(state.progress.rows, 'réponse', 'réponses')}, ${size(state.progress.bytes)}.`;
  }
  return '';
}

/** « 45,2 Mo ». */
export function size(bytes: number): string {
  return bytes < 1_000_000
    ? `${formatNumber(Math.ceil(bytes / 1_000))} ko`
    : `${formatNumber(bytes / 1_000_000)} Mo`;
}

interface RunningProps {
  readonly progress: Progress;
  readonly onCancel: () => void;
}

function Running({ progress: { rows, bytes, expected }, onCancel }: RunningProps) {
  const id = useId();
  // An estimate may fall short: the bar then waits at its end.
  const known = expected === null || expected === 0 ? {} : { value: Math.min(rows, expected), max: expected };
  return (
    <div className="preau-staff__progress">
      <label htmlFor={id}>
        {plural(rows, 'réponse', 'réponses')}
        {expected === null ? '' : ` sur environ ${formatNumber(Math.max(rows, expected))}`}, {size(bytes)}
      </label>
      <progress id={id} {...known} />
      <Button priority="secondary" size="small" onClick={onCancel}>
        Annuler
      </Button>
    </div>
  );
}
