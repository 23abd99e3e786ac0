import { Button } from '@codegouvfr/react-dsfr/Button';
import { Page } from '@preau/ui';
import { useEffect } from 'react';
import { Navigate } from 'react-router';
import { useAnswering, useDraft } from './answering-context';
import { messages } from './messages';
import { PersonalLink } from './personal-link';
import { SaveNotice } from './save-notice';
import { useBack } from './use-back';

const words = messages.link;

/** Stopping here: everything is kept, and this is how to find it again. */
export function LaterPage() {
  const { base, form, saver } = useAnswering();
  const { record } = useDraft();
  const goBack = useBack(base);
  useEffect(() => void saver?.save(), [saver]);
  if (!record) return <Navigate to={base} replace />;
  return (
    <Page title={words.title} lead={words.kept} documentTitle={`${words.title} — ${form.title}`}>
      <PersonalLink />
      <div className="preau-actions">
        <Button onClick={goBack}>{words.back}</Button>
      </div>
      <SaveNotice />
    </Page>
  );
}
