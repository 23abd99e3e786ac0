import { bodyFault, citedIn, keptBody, type ManagingRefusal } from '@preau/forum-domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDraft } from '../drafts/use-draft';
import { MANAGING_REFUSALS } from '../messages';
import { useManaging } from '../managing/use-managing';
import { useTopicContext } from '../topic/topic-context';
import { topicKey } from '../topic/topic-query';
import { concludeTopic, saveConclusionDraft, type Writing } from './operations';

const OF_BODY: readonly ManagingRefusal[] = [
  'EMPTY',
  'TOO_SHORT',
  'TOO_LONG',
  'UNREADABLE',
  'CITED_ELSEWHERE',
  'CITED_UNKNOWN',
  'TOO_MANY_CITED',
];

/** A synthesis being written: what is typed, saving it for one’s colleagues, publishing it. What is typed is kept for that very draft. */
export function useConclude({ body, service, revision }: Writing, onDone: () => void) {
  const { topicId, say } = useTopicContext();
  const queries = useQueryClient();
  const draft = useDraft(`synthese:${topicId}:${revision}`, { body, service });
  const { fields } = draft;
  const publishing = useManaging(() => {
    draft.forget();
    onDone();
  });
  const { fault, refuse, start } = publishing;
  const saving = useMutation({
    mutationFn: saveConclusionDraft,
    onSuccess: async (result) => {
      if (result.__typename === 'ManagingRefused') {
        refuse({ code: result.code, postId: null });
        return;
      }
      draft.forget();
      await queries.invalidateQueries({ queryKey: [...topicKey(topicId), 'conclusion-draft'] });
      say('Le brouillon de la synthèse est enregistré\u00a0: l’équipe peut le reprendre.');
    },
  });
  const isBusy = saving.isPending || publishing.isDoing;
  const save = () => {
    if (isBusy) return;
    refuse(null);
    saving.mutate({ topicId, serviceId: fields.service || null, body: fields.body, revision });
  };
  const publish = () => {
    if (isBusy) return;
    const code = bodyFault(keptBody(fields.body)) ?? (fields.service ? null : 'UNKNOWN_SERVICE');
    if (code) {
      refuse({ code, postId: null });
      return;
    }
    const input = {
      topicId,
      serviceId: fields.service,
      conclusion: fields.body,
      draftRevision: revision || null,
    };
    start({ run: () => concludeTopic(input), said: 'La synthèse est publiée.' });
  };
  const number = citedIn(fields.body).findIndex(({ postId }) => postId === fault?.postId) + 1;
  const said = fault && MANAGING_REFUSALS[fault.code];
  const sentence = said && number > 0 ? `${said} C’est la citation ${number}.` : said;
  const isOf = (codes: readonly ManagingRefusal[]) => fault !== null && codes.includes(fault.code);
  const inBody = isOf(OF_BODY) ? sentence : null;
  const inService = isOf(['UNKNOWN_SERVICE']) ? sentence : null;
  return {
    fields,
    change: draft.change,
    save,
    publish,
    isBusy,
    fault,
    inBody,
    inService,
    refusal: inBody || inService ? null : sentence,
    error: saving.error ?? publishing.error,
  };
}
