import { altFault, IMAGES_MAX, keptAlt } from '@preau/forum-domain';
import type { FieldProblem } from '@preau/ui';
import { useEffect, useMemo, useRef, useState } from 'react';
import { newId } from '../drafts/new-id';
import { POSTING_REFUSALS } from '../messages';
import { keepImages, readImages, type DraftImage } from './draft-images';
import { sendImage, type SendingFault } from './send-image';

/** An image on its way. */
export interface Sending {
  readonly id: string;
  readonly file: File;
  /** From 0 to 1. */
  readonly progress: number;
  readonly fault: SendingFault | null;
}

export const COMING =
  'Images\u00a0: l’une d’elles n’est pas arrivée. Attendez la fin de l’envoi, ou retirez-la.';
export const descriptionId = (imageId: string) => `image-${imageId}-description`;

/** The images of a message that is being written: kept with its draft, sent one after the other as they are added. */
export function useImages(kept: string, keep: (images: string) => void, fieldId: string) {
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const [faults, setFaults] = useState<readonly FieldProblem[]>([]);
  // What is kept may have changed while an image was on its way.
  const latest = useRef({ kept, keep });
  latest.current = { kept, keep };
  const queue = useRef(Promise.resolve());
  const aborts = useRef(new Map<string, AbortController>());
  const images = useMemo(() => readImages(kept), [kept]);

  useEffect(() => {
    const underWay = aborts.current;
    return () => {
      for (const abort of underWay.values()) abort.abort();
    };
  }, []);

  const change = (work: (images: readonly DraftImage[]) => readonly DraftImage[]) => {
    const after = keepImages(work(readImages(latest.current.kept)));
    latest.current.kept = after;
    latest.current.keep(after);
  };
  const update = (id: string, changes: Partial<Sending>) => {
    setSendings((before) => before.map((one) => (one.id === id ? { ...one, ...changes } : one)));
  };
  const drop = (id: string) => {
    aborts.current.get(id)?.abort();
    setSendings((before) => before.filter((one) => one.id !== id));
  };
  const send = (id: string, file: File) => {
    const abort = new AbortController();
    aborts.current.set(id, abort);
    queue.current = queue.current.then(async () => {
      if (abort.signal.aborted) return;
      const onProgress = (progress: number) => {
        update(id, { progress });
      };
      const result = await sendImage(file, id, { onProgress, signal: abort.signal });
      if (abort.signal.aborted) return;
      if (typeof result === 'string') update(id, { fault: result });
      else {
        change((before) => [...before, { id, alt: '', ...result }]);
        drop(id);
      }
    });
  };
  return {
    images,
    sendings,
    faults,
    fieldId,
    /** How many more there may be. */
    room: IMAGES_MAX - images.length - sendings.length,
    add(files: readonly File[]) {
      const added = files.map((file) => ({ id: newId(), file, progress: 0, fault: null }));
      setSendings((before) => [...before, ...added]);
      for (const { id, file } of added) send(id, file);
    },
    retry(id: string, file: File) {
      update(id, { progress: 0, fault: null });
      send(id, file);
    },
    describe(id: string, alt: string) {
      change((before) => before.map((image) => (image.id === id ? { ...image, alt } : image)));
    },
    remove(id: string) {
      drop(id);
      const isLastComing = sendings.every((one) => one.id === id);
      const stays = (fault: FieldProblem) =>
        fault.fieldId !== descriptionId(id) && !(isLastComing && fault.fieldId === fieldId);
      // The very same list, where it has not changed: the summary of faults takes the focus with each new one.
      setFaults((before) => (before.every(stays) ? before : before.filter(stays)));
      change((before) => before.filter((image) => image.id !== id));
    },
    /** Looks for what the server would refuse; says whether the message can be sent. */
    check(): boolean {
      const found = readImages(latest.current.kept).flatMap(({ id, alt }) => {
        const fault = altFault(keptAlt(alt));
        return fault ? [{ fieldId: descriptionId(id), message: POSTING_REFUSALS[fault] }] : [];
      });
      if (sendings.length > 0) found.push({ fieldId, message: COMING });
      setFaults((before) => (found.length === 0 && before.length === 0 ? before : found));
      return found.length === 0;
    },
    /** The message was received, or given up. */
    forget() {
      for (const abort of aborts.current.values()) abort.abort();
      setSendings([]);
      setFaults([]);
    },
  };
}

export type DraftImages = ReturnType<typeof useImages>;
