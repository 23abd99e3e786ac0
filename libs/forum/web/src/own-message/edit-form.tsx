import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { BODY_LENGTH, PROPOSITION_LENGTH } from '@preau/forum-domain';
import { ErrorSummary, MarkdownEditor, type MarkdownEditorHandle, RequiredMark } from '@preau/ui';
import { useEffect, useId, useMemo, useRef } from 'react';
import { DraftStatus } from '../drafts/draft-status';
import { ImageField } from '../images/image-field';
import { FormRefusal, problemsTitle } from '../writing/form-refusal';
import type { OwnPost } from './own-post';
import { useEdit } from './use-edit';

interface EditFormProps {
  readonly post: OwnPost;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Changes one’s own message in its place; what it said before stays in its history. */
export function EditForm({ post, onClose, onDone }: EditFormProps) {
  const field = useId();
  const editor = useRef<MarkdownEditorHandle>(null);
  const edit = useEdit(post, onDone);
  const { fields, change, images, faults, titleFault, bodyFault } = edit;
  useEffect(() => {
    editor.current?.focus();
  }, []);
  const problems = useMemo(
    () =>
      faults.length + images.faults.length > 0
        ? [
            ...(titleFault ? [{ fieldId: `${field}-titre`, message: titleFault }] : []),
            ...(bodyFault ? [{ fieldId: field, message: bodyFault }] : []),
            ...images.faults,
          ]
        : [],
    [faults, images.faults, titleFault, bodyFault, field],
  );
  return (
    <form className="preau-reply-form" onSubmit={edit.submit} noValidate aria-label="Modifier mon message">
      <ErrorSummary titleAs="p" problems={problems} title={problemsTitle(problems.length)} />
      {post.title === null ? null : (
        <Input
          label={
            <>
              Titre du sujet
              <RequiredMark />
            </>
          }
          state={titleFault ? 'error' : 'default'}
          stateRelatedMessage={titleFault}
          nativeInputProps={{
            id: `${field}-titre`,
            required: true,
            'aria-invalid': titleFault !== undefined,
            value: fields.title,
            onChange: ({ currentTarget }) => {
              change({ title: currentTarget.value });
            },
          }}
        />
      )}
      <MarkdownEditor
        ref={editor}
        id={field}
        label="Mon message"
        required
        rows={6}
        value={fields.body}
        max={post.isProposition ? PROPOSITION_LENGTH.max : BODY_LENGTH.max}
        error={bodyFault}
        onChange={(body) => {
          change({ body });
        }}
      />
      {post.isProposition ? null : <ImageField field={images} />}
      <FormRefusal sentence={edit.refusal} error={edit.error} />
      <div className="preau-form-buttons">
        <Button type="submit" disabled={edit.isSaving}>
          {edit.isSaving ? 'Enregistrement…' : 'Enregistrer'}
        </Button>
        <Button
          type="button"
          priority="secondary"
          onClick={() => {
            edit.discard();
            onClose();
          }}
        >
          Annuler les changements
        </Button>
      </div>
      <DraftStatus draft={edit.draft} />
    </form>
  );
}
