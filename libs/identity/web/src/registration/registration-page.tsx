import '../identity.css';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { execute } from '@preau/graphql';
import { ErrorSummary, Failure, Loading, Page, type FieldProblem } from '@preau/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { failureSentence } from '../messages';
import { useEntered } from '../sign-in/use-entered';
import { pendingSignInQuery, register } from './register';
import { emptyFields, problemsOf } from './registration-faults';
import { RegistrationFields } from './registration-fields';
import { EMPTY, forgetForm, keepForm, readForm, type RegistrationForm } from './registration-form';
import { TooYoung } from './too-young';

interface Proved {
  readonly id: string;
  readonly email?: string | null;
  readonly proposedName?: string | null;
  readonly professionalDomain?: string | null;
  readonly academie?: string | null;
}

const TITLE = 'Créer votre compte';
const CRUMBS = [{ label: 'Se connecter', to: '/connexion' }];

/** /connexion/compte: what a new account needs, asked of somebody who has just proved who they are. `?retour=` comes from a provider's way. */
export function Component() {
  const [tooYoung, setTooYoung] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['pending-sign-in'],
    queryFn: ({ signal }) => execute(pendingSignInQuery, {}, { signal }),
    refetchOnWindowFocus: false,
  });
  if (tooYoung) return <TooYoung />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const proved = data.pendingSignIn;
  if (proved?.step === 'SECOND_FACTOR') return <Navigate to="/connexion/second-facteur" replace />;
  if (!proved) return <TooLate />;
  return (
    <Registration
      proved={proved}
      onTooYoung={() => {
        forgetForm();
        setTooYoung(true);
      }}
    />
  );
}

/** Nothing was proved in this browser, or more than a quarter of an hour ago. */
function TooLate() {
  return (
    <Page title={TITLE} step="trop-tard" breadcrumb={CRUMBS}>
      <p>
        Pour créer un compte, confirmez d’abord votre adresse électronique. Si vous l’avez fait, c’était il y
        a plus d’un quart d’heure, ou dans un autre navigateur.
      </p>
      <Link className="fr-btn" to="/connexion">
        Confirmer mon adresse
      </Link>
    </Page>
  );
}

/** What the proof already says is filled in. */
const begun = ({ proposedName, professionalDomain, academie }: Proved): RegistrationForm => ({
  ...EMPTY,
  displayName: proposedName ?? '',
  declaredRole: professionalDomain ? 'TEACHER' : '',
  age: professionalDomain ? 'ADULT' : '',
  academie: academie ?? '',
});

function Registration({ proved, onTooYoung }: { readonly proved: Proved; readonly onTooYoung: () => void }) {
  const entered = useEntered();
  const [search] = useSearchParams();
  const [form, setForm] = useState(() => readForm(proved.id) ?? begun(proved));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [isTooLate, setTooLate] = useState(false);
  const send = useMutation({
    mutationFn: register,
    onSuccess: async (result) => {
      if (result.__typename === 'SignedIn') {
        forgetForm();
        await entered(result, search.get('retour'));
      } else if (result.code === 'TOO_YOUNG') onTooYoung();
      else if (result.code === 'EXPIRED') setTooLate(true);
      else setProblems(problemsOf(result.faults));
    },
  });
  const change = (part: Partial<RegistrationForm>) => {
    const next = { ...form, ...part };
    setForm(next);
    keepForm(proved.id, next);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    // A child is told at once, whatever else is missing.
    const missing = form.age === 'UNDER_15' ? [] : emptyFields(form);
    setProblems(missing);
    if (form.age === 'UNDER_15') send.mutate({ ...form, declaredRole: form.declaredRole || 'PUPIL' });
    else if (missing.length === 0) send.mutate(form);
  };

  if (isTooLate) return <TooLate />;
  return (
    <Page title={TITLE} breadcrumb={CRUMBS}>
      <form className="preau-sign-in" onSubmit={submit} noValidate>
        <ErrorSummary problems={problems} />
        <p>
          {proved.email ? `L’adresse ${proved.email} est confirmée. ` : 'Votre identité est confirmée. '}
          Il reste ces quelques questions, une seule fois.
        </p>
        {proved.professionalDomain ? (
          <p className="fr-badge fr-badge--success fr-mb-3w">
            Adresse professionnelle en {proved.professionalDomain}
          </p>
        ) : null}
        <RegistrationFields form={form} problems={problems} onChange={change} />
        <p role="alert">{send.error ? failureSentence(send.error) : ''}</p>
        <Button type="submit" disabled={send.isPending}>
          {send.isPending ? 'Création…' : 'Créer mon compte'}
        </Button>
      </form>
    </Page>
  );
}
