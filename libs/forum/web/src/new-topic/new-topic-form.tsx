import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { BODY_LENGTH, TITLE_LENGTH } from '@preau/forum-domain';
import { ErrorSummary, MarkdownEditor, RequiredMark, useSessionState } from '@preau/ui';
import { useMemo } from 'react';
import { Link, useLocation } from 'react-router';
import { DraftStatus } from '../drafts/draft-status';
import type { DebatesFrame } from '../frame/use-debates-frame';
import { postingSentence, TOPIC_REFUSALS } from '../messages';
import { signInPath } from '../paths';
import { ImageField } from '../images/image-field';
import { FormRefusal, problemsTitle } from '../writing/form-refusal';
import { fieldOf } from '../writing/text-faults';
import type { SuggestionsPlace } from './suggestions-place';
import { useNewTopic, type Fault } from './use-new-topic';

interface NewTopicFormProps {
  readonly consultation: DebatesFrame;
  /** Slug of the theme one came from. */
  readonly theme: string;
  readonly Suggestions: SuggestionsPlace;
}

const FIELDS = { theme: 'sujet-theme', title: 'sujet-titre', body: 'sujet-message' } as const;

const sentenceOf = (fault: Fault) => postingSentence(fault, TOPIC_REFUSALS);

/** A topic to be: its theme, its title, what it says. Kept until it is sent. */
export function NewTopicForm({ consultation, theme, Suggestions }: NewTopicFormProps) {
  const { fields, draft, change, images, faults, submit, isSending, error } = useNewTopic(
    consultation,
    theme,
  );
  const { pathname, search } = useLocation();
  const isVisitor = useSessionState() === 'VISITOR';
  const faultOf = (field: keyof typeof FIELDS) => {
    const fault = faults.find(({ code }) => fieldOf(code) === field);
    return fault && sentenceOf(fault);
  };
  const problems = useMemo(
    () => [
      ...faults.flatMap((fault) => {
        const field = fieldOf(fault.code);
        return field ? [{ fieldId: FIELDS[field], message: sentenceOf(fault) }] : [];
      }),
      ...images.faults,
    ],
    [faults, images.faults],
  );
  const refusal = faults.find(({ code }) => fieldOf(code) === null);
  return (
    <form className="preau-new-topic" onSubmit={submit} noValidate>
      <ErrorSummary problems={problems} title={problemsTitle(problems.length)} />
      <Select
        label={
          <>
            Thème
            <RequiredMark />
          </>
        }
        state={faultOf('theme') ? 'error' : 'default'}
        stateRelatedMessage={faultOf('theme')}
        nativeSelectProps={{
          id: FIELDS.theme,
          required: true,
          'aria-invalid': faultOf('theme') !== undefined,
          value: fields.theme,
          onChange: ({ currentTarget }) => {
            change({ theme: currentTarget.value });
          },
        }}
      >
        <option value="">Choisir un thème</option>
        {consultation.themes.map(({ slug, shortTitle }) => (
          <option key={slug} value={slug}>
            {shortTitle}
          </option>
        ))}
      </Select>
      <Input
        label={
          <>
            Titre du sujet
            <RequiredMark />
          </>
        }
        hintText={`Une question ou une idée, en une phrase. De ${TITLE_LENGTH.min} à ${TITLE_LENGTH.max} caractères.`}
        state={faultOf('title') ? 'error' : 'default'}
        stateRelatedMessage={faultOf('title')}
        nativeInputProps={{
          id: FIELDS.title,
          required: true,
          'aria-invalid': faultOf('title') !== undefined,
          autoComplete: 'off',
          value: fields.title,
          onChange: ({ currentTarget }) => {
            change({ title: currentTarget.value });
          },
        }}
      />
      <Suggestions
        text={`${fields.title}\n${fields.body}`}
        consultation={consultation.slug}
        {...(fields.theme ? { theme: fields.theme } : {})}
      />
      <MarkdownEditor
        id={FIELDS.body}
        label="Votre message"
        hint="Ce que vous vivez, ce que vous proposez, ce que vous demandez aux autres."
        required
        value={fields.body}
        max={BODY_LENGTH.max}
        error={faultOf('body')}
        onChange={(body) => {
          change({ body });
        }}
      />
      {isVisitor ? null : <ImageField field={images} />}
      <FormRefusal sentence={refusal && sentenceOf(refusal)} error={error} />
      {isVisitor ? (
        <div className="preau-debate-notice">
          <p>Pour publier, connectez-vous. Ce que vous avez écrit vous attend sur cet appareil.</p>
          <Link className="fr-btn" to={signInPath(pathname + search)}>
            Me connecter pour publier
          </Link>
        </div>
      ) : (
        <Button type="submit" disabled={isSending}>
          {isSending ? 'Envoi…' : 'Publier le sujet'}
        </Button>
      )}
      <DraftStatus draft={draft} />
    </form>
  );
}
