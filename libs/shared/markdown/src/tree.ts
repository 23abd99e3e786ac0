/**
 * A message as data: what is left of its Markdown once it has been read. Closed: what is not here cannot be shown, on a
 * screen, in a mail or in a feed. Every address in it has passed `safeLink` or `imageSource`.
 */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'emphasis' | 'strong'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'break' }
  | { readonly type: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly type: 'image'; readonly source: ImageSource; readonly alt: string }
  /** Somebody is called by their account; `name` is what the writer typed, which is not always theirs. */
  | { readonly type: 'mention'; readonly accountId: string; readonly name: string };

export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  /** 1 to 3 inside the message; where it is shown decides which `h…` that makes. */
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly children: readonly Inline[] }
  | { readonly type: 'codeBlock'; readonly language: string | null; readonly text: string }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      /** Items that follow one another without an empty line: no paragraphs inside. */
      readonly tight: boolean;
      readonly items: readonly (readonly Block[])[];
    }
  /** `source`: the path of the message that is quoted, when the quote begins with a link to one. */
  | { readonly type: 'quote'; readonly source: string | null; readonly children: readonly Block[] }
  | { readonly type: 'rule' };

/** An image kept here: by its id, or by its path on this site. Nothing is ever asked of another site. */
export type ImageSource =
  { readonly kind: 'id'; readonly id: string } | { readonly kind: 'path'; readonly path: string };

/** The words alone, on one line. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(wordsOf).join('');
}

function wordsOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.text;
    case 'break':
      return ' ';
    case 'image':
      return inline.alt;
    case 'mention':
      return `@${inline.name}`;
    case 'emphasis':
    case 'strong':
    case 'link':
      return plainText(inline.children);
  }
}
