import { Accordion } from '@codegouvfr/react-dsfr/Accordion';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { StatusMessage } from '@preau/ui';
import { useState } from 'react';
import { copyText } from '../receipts/copy-text';
import { useAnswering, useDraft } from './answering-context';
import { messages } from './messages';

const words = messages.link;

/** The link stands behind the hash: browsers do not send that part to any server. */
const linkOf = (token: string) => `${window.location.origin}/reprendre#${token}`;

/** How to find these answers again on any device: by signing in, else by a link. */
export function PersonalLink() {
  const { mine } = useAnswering();
  return mine ? <p className="preau-measure">{words.mine}</p> : <VisitorsLink />;
}

function VisitorsLink() {
  const { form } = useAnswering();
  const token = useDraft().record?.server?.token;
  const [said, setSaid] = useState('');
  if (token === undefined) return <p>{words.none}</p>;
  const copy = async () => setSaid((await copyText(linkOf(token))) ? words.copied : words.notCopied);
  return (
    <>
      <p className="preau-measure">{words.text}</p>
      <Input
        label={words.label}
        hintText={words.duration(form.closesAt)}
        nativeInputProps={{
          readOnly: true,
          value: linkOf(token),
          onFocus: ({ target }) => target.select(),
        }}
      />
      <div className="preau-actions">
        <Button
          type="button"
          priority="secondary"
          iconId="fr-icon-clipboard-line"
          onClick={() => void copy()}
        >
          {words.copy}
        </Button>
        <StatusMessage>{said}</StatusMessage>
      </div>
    </>
  );
}

export function PersonalLinkAccordion() {
  return (
    <Accordion label={words.accordion} titleAs="h2" className="fr-mt-4w">
      <PersonalLink />
    </Accordion>
  );
}
