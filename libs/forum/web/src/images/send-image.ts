import {
  IMAGE_BYTES_MAX,
  IMAGE_REFUSALS,
  IMAGE_TYPES,
  type ImageRefusalCode,
  type ImageSize,
} from '@preau/shared-domain';

/** Why an image was not received: refused, or the request itself failed. */
export type SendingFault = ImageRefusalCode | 'OFFLINE' | 'UNAUTHENTICATED' | 'FAILED';

interface Options {
  /** From 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

/** Sends one image under an id chosen here: sent again, it is the same. What is sure to be refused is not sent. */
export function sendImage(
  file: File,
  id: string,
  { onProgress, signal }: Options,
): Promise<ImageSize | SendingFault> {
  if (file.type && !IMAGE_TYPES.some((type) => type === file.type)) return Promise.resolve('NOT_AN_IMAGE');
  if (file.size > IMAGE_BYTES_MAX) return Promise.resolve('TOO_LARGE');
  return new Promise((resolve) => {
    // `fetch` does not say how much of what it sends has left.
    const request = new XMLHttpRequest();
    request.open('POST', `/files/images?id=${id}`);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => {
      onProgress(total > 0 ? loaded / total : 0);
    };
    request.onload = () => {
      resolve(answerOf(request.status, request.responseText));
    };
    request.onerror = () => {
      resolve('OFFLINE');
    };
    signal.addEventListener('abort', () => {
      request.abort();
    });
    request.send(file);
  });
}

function answerOf(status: number, text: string): ImageSize | SendingFault {
  if (status === 401) return 'UNAUTHENTICATED';
  try {
    const { code, width, height } = JSON.parse(text) as { code?: string } & Partial<ImageSize>;
    if (status === 201 && width && height) return { width, height };
    return IMAGE_REFUSALS.find((one) => one === code) ?? 'FAILED';
  } catch {
    return 'FAILED';
  }
}
