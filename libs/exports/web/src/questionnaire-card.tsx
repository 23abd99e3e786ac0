import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { formatDateTime, formatDay, formatNumber } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { STANDING_NAMES, type Standing } from './messages';
import { participationOptions } from './participation-query';
import { standingOf } from './standing';

const staffCard = graphql(`
  fragment StaffCard on Questionnaire {
    id
    title
    status
    version
    opensAt
    closesAt
    consultation {
      title
    }
  }
`);

const SEVERITIES = {
  DRAFT: 'new',
  UPCOMING: 'info',
  OPEN: 'success',
  CLOSED: undefined,
} as const satisfies Record<Standing, string | undefined>;

export function StandingBadge({ standing }: { readonly standing: Standing }) {
  const severity = SEVERITIES[standing];
  return (
    <Badge as="span" small noIcon {...(severity ? { severity } : {})}>
      {STANDING_NAMES[standing]}
    </Badge>
  );
}

/** One questionnaire of the staff's list. */
export function QuestionnaireCard({ card }: { readonly card: FragmentType<typeof staffCard> }) {
  const { id, title, version, opensAt, closesAt, consultation, status } = readFragment(staffCard, card);
  const { data } = useQuery(participationOptions(id));
  return (
    <li className="preau-staff__card">
      <div>
        <StandingBadge standing={standingOf({ status, opensAt, closesAt }, new Date())} />
        <h2 className="fr-h5 fr-mt-1w fr-mb-1v">
          <Link to={`/pilotage/questionnaires/${id}`}>{title}</Link>
        </h2>
        <p className="fr-text--sm fr-mb-0">
          {consultation.title} · version {version}
          <br />
          Du {formatDay(opensAt)} au {formatDateTime(closesAt)}
        </p>
      </div>
      <dl className="preau-staff__figures">
        <div>
          <dt>Réponses</dt>
          <dd>{data ? formatNumber(data.total) : '…'}</dd>
        </div>
        <div>
          <dt>Brouillons</dt>
          <dd>{data ? formatNumber(data.drafts) : '…'}</dd>
        </div>
      </dl>
    </li>
  );
}
