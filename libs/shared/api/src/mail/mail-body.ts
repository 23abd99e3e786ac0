/** One thing a mail says. Its plain text and its HTML are both made from these, so neither says more than the other. */
export type MailBlock =
  | { readonly kind: 'paragraph' | 'heading'; readonly text: string }
  /** What one can do now. Its address is written out too, for readers that show no button. */
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'list'; readonly items: readonly MailItem[] };

export interface MailItem {
  readonly text: string;
  readonly url?: string;
}

export interface MailBody {
  readonly blocks: readonly MailBlock[];
  /** Why one receives this, and how to receive less; in small under a line. */
  readonly footer?: readonly MailBlock[];
}

/** Who signs every mail. */
export const SIGNATURE = 'Préau';

export const paragraph = (text: string): MailBlock => ({ kind: 'paragraph', text });
export const heading = (text: string): MailBlock => ({ kind: 'heading', text });
export const link = (label: string, url: string): MailBlock => ({ kind: 'link', label, url });
export const code = (figures: string): MailBlock => ({ kind: 'code', code: figures });
export const list = (items: readonly MailItem[]): MailBlock => ({ kind: 'list', items });
