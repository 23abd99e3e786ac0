import { SIGNATURE, type MailBlock, type MailBody } from './mail-body';

/** The plain text of a mail: readable everywhere, and nothing in it can be disguised. */
export function mailText({ blocks, footer = [] }: MailBody): string {
  const main = [...blocks.map(blockText), SIGNATURE];
  const end = footer.length > 0 ? ['-- ', ...footer.map(blockText)] : [];
  // A line of « -- » ends the message proper (RFC 3676): readers fold what follows.
  return `${[...main, ...end].join('\n\n').replace('\n\n-- \n\n', '\n\n-- \n')}\n`;
}

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'heading':
      return `${block.text}\n${'-'.repeat(Math.min(block.text.length, 60))}`;
    case 'link':
      return `${block.label}\u00a0:\n${block.url}`;
    case 'code':
      return block.code;
    case 'list':
      return block.items.map(({ text, url }) => (url ? `* ${text}\n  ${url}` : `* ${text}`)).join('\n');
  }
}
