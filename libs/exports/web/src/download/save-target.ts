/** Where the bytes of a download go. */
export interface SaveTarget {
  readonly sink: WritableStream<Uint8Array>;
  /** Hands the file over once it is whole. */
  readonly finish: () => void;
  /** Leaves nothing behind of a file that is not whole. */
  readonly discard: () => Promise<void>;
}

type SaveFilePicker = (options: {
  suggestedName: string;
}) => Promise<FileSystemFileHandle & { remove?: () => Promise<void> }>;

/** The File System Access API; only some browsers have it, and TypeScript does not know it. */
function savePicker(): SaveFilePicker | null {
  const { showSaveFilePicker } = window as { showSaveFilePicker?: SaveFilePicker };
  return showSaveFilePicker ? showSaveFilePicker.bind(window) : null;
}

export const canStreamToDisk = () => savePicker() !== null;

/** Asks where to save and writes there as bytes arrive; null when the person changed their mind. */
export async function diskTarget(suggestedName: string): Promise<SaveTarget | null> {
  const picker = savePicker();
  if (!picker) return null;
  try {
    const handle = await picker({ suggestedName });
    return {
      sink: await handle.createWritable(),
      finish: () => undefined,
      // The empty file made by the dialogue; where it cannot be removed, it stays empty.
      discard: async () => handle.remove?.(),
    };
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') return null;
    throw cause;
  }
}

/** Keeps the bytes until they are all there: for small files only. */
export function memoryTarget(name: string): SaveTarget {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  return {
    sink: new WritableStream<Uint8Array>({
      write(chunk) {
        chunks.push(new Uint8Array(chunk));
      },
    }),
    finish: () => {
      const url = URL.createObjectURL(new Blob(chunks, { type: 'text/csv' }));
      const link = document.createElement('a');
      link.href = url;
      link.download = name;
      link.click();
      setTimeout(() => {
        URL.revokeObjectURL(url);
      }, REVOKE_AFTER_MS);
    },
    discard: () => {
      chunks.length = 0;
      return Promise.resolve();
    },
  };
}

/** Browsers read the address of a link a moment after its click. */
const REVOKE_AFTER_MS = 10_000;
