import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { ErrorSummary, type FieldProblem } from '@preau/ui';
import { useState, type SubmitEvent } from 'react';
import { failed, LINK_REFUSALS, myAnswersMessages as words } from './messages';
import { linkResponse, readKept } from './my-answers-query';

const FIELD = 'link-code';

/** Adds a response sent without signing in. What was typed stays until it has been taken. */
export function LinkForm({ onLinked }: { readonly onLinked: (said: string) => void }) {
  const [code, setCode] = useState('');
  const [isSending, setSending] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [problem] = problems;
  const say = (message: string) => setProblems([{ fieldId: FIELD, message }]);

  const link = async () => {
    setSending(true);
    try {
      const outcome = await linkResponse(code.trim());
      if (outcome.__typename === 'LinkRefused') return say(LINK_REFUSALS[outcome.refusal]);
      setCode('');
      setProblems([]);
      onLinked(words.added(readKept(outcome.answer).questionnaire.title));
    } catch (error) {
      say(failed(error));
    } finally {
      setSending(false);
    }
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (code.trim() === '') say(words.linkMissing);
    else void link();
  };

  return (
    <section aria-labelledby="link-title" className="fr-mt-6w">
      <h2 id="link-title" className="fr-h4">
        {words.linkTitle}
      </h2>
      <p className="preau-measure">{words.linkText}</p>
      <form noValidate onSubmit={submit} className="preau-code">
        <ErrorSummary problems={problems} title={words.linkFault} />
        <Input
          label={words.linkLabel}
          hintText={words.linkHint}
          state={problem ? 'error' : 'default'}
          stateRelatedMessage={problem?.message}
          nativeInputProps={{
            id: FIELD,
            value: code,
            required: true,
            autoComplete: 'off',
            autoCapitalize: 'characters',
            spellCheck: false,
            'aria-invalid': problem ? true : undefined,
            onChange: ({ target }) => setCode(target.value),
          }}
        />
        <Button type="submit" priority="secondary" disabled={isSending}>
          {words.link}
        </Button>
      </form>
    </section>
  );
}
