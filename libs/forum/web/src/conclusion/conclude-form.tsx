import { Button } from '@codegouvfr/react-dsfr/Button';
import { BODY_LENGTH, citedIn } from '@preau/forum-domain';
import { ErrorSummary, formatDateTime, MarkdownEditor, plural } from '@preau/ui';
import { useEffect, useMemo, type RefObject } from 'react';
import { messagePath } from '../paths';
import { ServiceChoice } from '../official/service-choice';
import { useTopicContext } from '../topic/topic-context';
import { FormRefusal } from '../writing/form-refusal';
import { SynthesisPreview } from './synthesis-preview';
import type { Writing } from './operations';
import { useConclude } from './use-conclude';

const FIELD = 'synthese-texte';
const SERVICE = 'synthese-service';
const CITE_HINT =
  'Pour citer un message, choisissez «\u00a0Citer dans la synthèse\u00a0» sous lui, ou collez son adresse\u00a0: elle devient une note numérotée.';

interface ConcludeFormProps {
  readonly writing: Writing;
  /** Messages that wait to be cited. */
  readonly waiting: readonly string[];
  readonly onCited: () => void;
  /** Whether the form was asked for, and takes the focus. */
  readonly isAskedFor: RefObject<boolean>;
  readonly onClose: () => void;
}

/** Writes the synthesis of a topic: kept as a draft that staff share, then published. */
export function ConcludeForm({ writing, waiting, onCited, isAskedFor, onClose }: ConcludeFormProps) {
  const { slug, topicId } = useTopicContext();
  const form = useConclude(writing, onClose);
  const { fields, change, fault, inBody, inService } = form;
  const addresses = waiting
    .map((postId) => window.location.origin + messagePath(slug, topicId, postId))
    .join(' ');
  useEffect(() => {
    if (!addresses) return;
    change({ body: fields.body ? `${fields.body.trimEnd()} ${addresses}` : addresses });
    onCited();
  }, [addresses, change, fields.body, onCited]);
  useEffect(() => {
    if (isAskedFor.current) document.getElementById(FIELD)?.focus();
    isAskedFor.current = false;
  }, [isAskedFor]);
  const problems = useMemo(
    () => [
      ...(fault && inBody ? [{ fieldId: FIELD, message: inBody }] : []),
      ...(fault && inService ? [{ fieldId: SERVICE, message: inService }] : []),
    ],
    [fault, inBody, inService],
  );
  const count = citedIn(fields.body).length;
  return (
    <form
      className="preau-reply-form"
      noValidate
      aria-label="Synthèse du débat"
      onSubmit={(event) => {
        event.preventDefault();
        form.publish();
      }}
    >
      <ErrorSummary titleAs="p" problems={problems} title="Un champ est à revoir" />
      {writing.savedAt ? (
        <p className="fr-hint-text">{`Brouillon de l’équipe, enregistré le ${formatDateTime(writing.savedAt)}.`}</p>
      ) : null}
      <MarkdownEditor
        id={FIELD}
        label="Synthèse du débat"
        hint={CITE_HINT}
        required
        rows={10}
        value={fields.body}
        max={BODY_LENGTH.max}
        preview={(text) => <SynthesisPreview text={text} />}
        error={inBody}
        onChange={(body) => {
          change({ body });
        }}
      />
      <p className="preau-status" role="status">
        {count > 0 ? plural(count, 'message cité', 'messages cités') : ''}
      </p>
      <ServiceChoice
        id={SERVICE}
        label="Service qui conclut (obligatoire)"
        none="Choisir un service"
        chosen={fields.service}
        fault={inService}
        onChange={(service) => {
          change({ service });
        }}
      />
      <FormRefusal sentence={form.refusal} error={form.error} />
      <div className="preau-form-buttons">
        <Button type="submit" disabled={form.isBusy}>
          Publier la synthèse
        </Button>
        <Button type="button" priority="secondary" disabled={form.isBusy} onClick={form.save}>
          Enregistrer le brouillon
        </Button>
        <Button type="button" priority="tertiary" onClick={onClose}>
          Fermer
        </Button>
      </div>
    </form>
  );
}
