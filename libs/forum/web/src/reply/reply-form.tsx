import { Button } from '@codegouvfr/react-dsfr/Button';
import { BODY_LENGTH } from '@preau/forum-domain';
import { ErrorSummary, MarkdownEditor, type MarkdownEditorHandle } from '@preau/ui';
import { useEffect, useId, useMemo, useRef } from 'react';
import { DraftStatus } from '../drafts/draft-status';
import { ImageField } from '../images/image-field';
import { ServiceChoice } from '../official/service-choice';
import { FormRefusal, problemsTitle } from '../writing/form-refusal';
import type { Quote } from './quote';
import { StanceChoice } from './stance-choice';
import { useReply } from './use-reply';

interface ReplyFormProps {
  /** The message that is answered; null: the topic itself. */
  readonly parentId: string | null;
  /** « Répondre à Camille ». */
  readonly label: string;
  /** How deep in the page the form stands: headings in the preview follow. */
  readonly under: number;
  /** A passage to begin with. Given anew, it is added. */
  readonly quote?: Quote | null;
  readonly onClose: () => void;
  readonly onPosted: () => void;
}

/** Answers where one reads. The focus goes into it, and whoever opened it takes it back when it closes. */
export function ReplyForm({ parentId, label, under, quote = null, onClose, onPosted }: ReplyFormProps) {
  const field = useId();
  const editor = useRef<MarkdownEditorHandle>(null);
  const reply = useReply({
    parentId,
    onPosted,
  });
  const { body, images, stance, change, submit, isSending, bodyFault, refusal, error, fault } = reply;
  useEffect(() => {
    // The editor shows its field at once to write into it, which it may not from within a rendering.
    queueMicrotask(() => {
      if (quote) editor.current?.quote(quote);
      editor.current?.focus();
    });
  }, [quote]);
  const problems = useMemo(
    () => [...(bodyFault && fault ? [{ fieldId: field, message: bodyFault }] : []), ...images.faults],
    [bodyFault, fault, field, images.faults],
  );
  return (
    <form className="preau-reply-form" onSubmit={submit} noValidate aria-label={label}>
      <ErrorSummary titleAs="p" problems={problems} title={problemsTitle(problems.length)} />
      <MarkdownEditor
        ref={editor}
        id={field}
        label={label}
        required
        rows={5}
        value={body}
        max={BODY_LENGTH.max}
        headingLevel={Math.min(under + 1, 6)}
        error={bodyFault}
        onChange={(typed) => {
          change({ body: typed });
        }}
      />
      <ImageField field={images} />
      <StanceChoice
        chosen={stance}
        onChange={(chosen) => {
          change({ stance: chosen });
        }}
      />
      {reply.speaksForService ? (
        <ServiceChoice
          label="Répondre au nom de"
          none="Moi-même"
          hint={
            'Au nom d’un service, la réponse est officielle\u00a0: elle est marquée et listée comme telle.'
          }
          chosen={reply.service}
          onChange={(service) => {
            change({ service });
          }}
        />
      ) : null}
      <FormRefusal sentence={refusal} error={error} />
      <div className="preau-form-buttons">
        <Button type="submit" disabled={isSending}>
          {isSending ? 'Envoi…' : 'Publier la réponse'}
        </Button>
        <Button type="button" priority="secondary" onClick={onClose}>
          Fermer
        </Button>
      </div>
      <DraftStatus draft={reply.draft} />
    </form>
  );
}
