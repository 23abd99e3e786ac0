const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** Counts the rows of a CSV as its bytes go by, header left out: a line break inside quotes does not end a row. */
export function rowCounter(): (chunk: Uint8Array) => number {
  let isQuoted = false;
  let lines = 0;
  return (chunk) => {
    for (const byte of chunk) {
      // A doubled quote closes and opens again: the sum is right.
      if (byte === QUOTE) isQuoted = !isQuoted;
      else if (byte === LINE_FEED && !isQuoted) lines += 1;
    }
    return Math.max(0, lines - 1);
  };
}
