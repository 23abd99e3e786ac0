interface Segment {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Text in which what was looked for is marked. */
export function MarkedText({ segments }: { readonly segments: readonly Segment[] }) {
  return segments.map(({ text, isMatch }, at) => (isMatch ? <mark key={at}>{text}</mark> : text));
}
