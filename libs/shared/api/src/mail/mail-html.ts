import { escapeHtml } from './escape-html';
import { SIGNATURE, type MailBlock, type MailBody } from './mail-body';

const STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
a { color: inherit; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { .button { background: #8585f6 !important; color: #000 !important; } }
`.trim();

/**
 * The HTML of a mail: one column that bends to any width, the reader's own colours (light or dark), nothing fetched from
 * anywhere and nothing that tells it was opened. Styles that matter are on the elements: mail readers drop style sheets.
 */
export function mailHtml(subject: string, { blocks, footer = [] }: MailBody): string {
  const small =
    footer.length > 0
      ? `<hr style="border:0;border-top:1px solid #929292;margin:32px 0 16px"><div style="font-size:14px">${footer.map(footerHtml).join('\n')}</div>`
      : '';
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${STYLE}</style>
</head>
<body style="margin:0;padding:0">
<div lang="fr" style="max-width:36em;margin:0 auto;padding:24px 16px;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.6;overflow-wrap:break-word">
${blocks.map(blockHtml).join('\n')}
<p style="margin:24px 0 0">${SIGNATURE}</p>
${small}
</div>
</body>
</html>
`;
}

function blockHtml(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="margin:0 0 16px">${lines(block.text)}</p>`;
    case 'heading':
      return `<h2 style="margin:24px 0 8px;font-size:18px;line-height:1.3">${escapeHtml(block.text)}</h2>`;
    case 'link':
      return button(block.label, webAddress(block.url));
    case 'code':
      return `<p style="margin:0 0 16px;font-size:28px;font-weight:bold;letter-spacing:4px">${escapeHtml(block.code)}</p>`;
    case 'list':
      return `<ul style="margin:0 0 16px;padding-left:20px">${block.items.map(item).join('')}</ul>`;
  }
}

/** Under the line, a way out is there for whoever looks for it: no button competes with what the mail is about. */
function footerHtml(block: MailBlock): string {
  if (block.kind !== 'link') return blockHtml(block);
  const url = webAddress(block.url);
  return `<p style="margin:0 0 8px">${escapeHtml(block.label)}&nbsp;:<br><a href="${url}">${url}</a></p>`;
}

const lines = (text: string) => escapeHtml(text).replaceAll('\n', '<br>\n');

function button(label: string, url: string): string {
  return `<p style="margin:0 0 8px"><a class="button" href="${url}" style="display:inline-block;padding:10px 20px;background:#000091;color:#fff;text-decoration:none">${escapeHtml(label)}</a></p>
<p style="margin:0 0 16px;font-size:14px"><a href="${url}">${url}</a></p>`;
}

function item({ text, url }: { text: string; url?: string }): string {
  const words = lines(text);
  return `<li style="margin:0 0 8px">${url ? `<a href="${webAddress(url)}">${words}</a>` : words}</li>`;
}

/** An address fit for an attribute. Anything but a web address is a fault of ours. */
function webAddress(url: string): string {
  if (!/^https?:\/\//.test(url)) throw new Error('A mail links to web addresses only.');
  return escapeHtml(url);
}
