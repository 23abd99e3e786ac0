import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { labelText, visibleSections } from '@preau/questionnaire-domain';
import { ErrorSummary, Failure, Loading, Page, type FieldProblem, useTerritories } from '@preau/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type SubmitEvent } from 'react';
import { ReviewList } from '../answering/review-list';
import '../answering/answering.css';
import { receiptMessages as words } from './messages';
import { openedCode, responseQuery, type OpenedResponse } from './response-query';

/** A receipt's code opens the response again. */
export function ResponsePage() {
  const [code, setCode] = useState(openedCode.get);
  const { data, error, isFetching, refetch } = useQuery({ ...responseQuery(code), enabled: code !== '' });
  const client = useQueryClient();
  useEffect(() => {
    if (data) openedCode.keep(code);
  }, [data, code]);
  const close = () => {
    openedCode.forget();
    client.removeQueries({ queryKey: responseQuery(code).queryKey });
    setCode('');
  };
  if (data) return <OpenedView response={data} onClose={close} />;
  if (isFetching) return <Loading label={words.opening} />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return <CodeForm typed={code} isUnknown={data === null} onCode={setCode} />;
}

interface CodeFormProps {
  readonly typed: string;
  readonly isUnknown: boolean;
  readonly onCode: (code: string) => void;
}

function CodeForm({ typed, isUnknown, onCode }: CodeFormProps) {
  const [text, setText] = useState(typed);
  const [problems, setProblems] = useState<readonly FieldProblem[]>(
    isUnknown ? [{ fieldId: 'code', message: words.codeUnknown }] : [],
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = text.trim();
    if (code === '') setProblems([{ fieldId: 'code', message: words.codeMissing }]);
    else if (code === typed) setProblems([{ fieldId: 'code', message: words.codeUnknown }]);
    else onCode(code);
  };
  const [problem] = problems;
  return (
    <Page title={words.openTitle} lead={words.openLead}>
      <form noValidate onSubmit={submit} className="preau-code">
        <ErrorSummary problems={problems} />
        <Input
          label={words.openLabel}
          hintText={words.openHint}
          state={problem ? 'error' : 'default'}
          stateRelatedMessage={problem?.message}
          nativeInputProps={{
            id: 'code',
            value: text,
            required: true,
            autoComplete: 'off',
            autoCapitalize: 'characters',
            spellCheck: false,
            'aria-invalid': problem ? true : undefined,
            onChange: ({ target }) => setText(target.value),
          }}
        />
        <Button type="submit">{words.open}</Button>
      </form>
      <p className="fr-hint-text fr-mt-4w preau-measure">{words.lost}</p>
    </Page>
  );
}

interface OpenedViewProps {
  readonly response: OpenedResponse;
  readonly onClose: () => void;
}

function OpenedView({ response, onClose }: OpenedViewProps) {
  const { form, answers, canAmend, submittedOn } = response;
  const territories = useTerritories();
  const sections = visibleSections(form.definition, answers);
  return (
    <Page
      title={words.readTitle}
      step="lecture"
      lead={`${form.title}. ${words.readLead(submittedOn)}`}
      documentTitle={`${words.readTitle} — ${form.title}`}
    >
      <p>{canAmend ? words.editUntil(form.closesAt) : words.noEdit}</p>
      <div className="preau-actions">
        {canAmend ? (
          <Button linkProps={{ to: `/reponse/modifier/repondre/${sections[0]?.section.code ?? ''}` }}>
            {words.edit}
          </Button>
        ) : null}
        <Button priority="secondary" onClick={onClose}>
          {words.close}
        </Button>
      </div>
      {sections.map(({ section, questions }) => (
        <section key={section.code} className="preau-review">
          <h2 className="fr-h4 preau-review__title">{labelText(section.title)}</h2>
          <ReviewList questions={questions} answers={answers} nameOf={territories?.nameOf} address={null} />
        </section>
      ))}
    </Page>
  );
}
