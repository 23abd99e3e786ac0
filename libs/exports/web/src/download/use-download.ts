import { useEffect, useRef, useState } from 'react';
import {
  DownloadError,
  openDownload,
  saveResponse,
  type DownloadFailure,
  type Progress,
} from './save-response';
import { canStreamToDisk, diskTarget, memoryTarget } from './save-target';

export type DownloadState =
  | { readonly step: 'IDLE' | 'CANCELLED' }
  | { readonly step: 'RUNNING' | 'DONE'; readonly progress: Progress }
  | { readonly step: 'FAILED'; readonly failure: DownloadFailure };

/** The screen follows four times a second: chunks come by the thousand. */
const SHOW_EVERY_MS = 250;
const NOTHING: Progress = { rows: 0, bytes: 0, expected: null };

/** One download with its progress. `start` must be called from a click: the browser's dialogue demands it. */
export function useDownload(url: string, fileName: string) {
  const [state, setState] = useState<DownloadState>({ step: 'IDLE' });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const start = async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const target = canStreamToDisk()
      ? await diskTarget(fileName).catch(() => 'FAILED' as const)
      : memoryTarget(fileName);
    if (target === null) return;
    if (target === 'FAILED') {
      setState({ step: 'FAILED', failure: 'DISK' });
      return;
    }
    abort.current = controller;
    setState({ step: 'RUNNING', progress: NOTHING });
    let shownAt = 0;
    try {
      const response = await openDownload(url, signal);
      const show = (progress: Progress) => {
        const now = performance.now();
        if (now - shownAt < SHOW_EVERY_MS) return;
        shownAt = now;
        setState({ step: 'RUNNING', progress });
      };
      const progress = await saveResponse(response, target.sink, show, signal);
      target.finish();
      setState({ step: 'DONE', progress });
    } catch (cause) {
      await target.discard().catch(() => undefined);
      if (signal.aborted) setState({ step: 'CANCELLED' });
      else setState({ step: 'FAILED', failure: cause instanceof DownloadError ? cause.failure : 'SERVER' });
    }
  };

  return { state, start, cancel: () => abort.current?.abort() };
}
