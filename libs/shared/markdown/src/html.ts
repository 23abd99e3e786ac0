import { hostOf } from './addresses';
import type { Block, ImageSource, Inline } from './tree';
import { IMAGE_WITHOUT_ALTERNATIVE } from './words';

export interface HtmlOptions {
  /** Where this site answers, without a last slash: mails and feeds are read elsewhere, their links must be whole. */
  readonly siteUrl: string;
  /** What a heading of level 1 becomes; 3 when not said. */
  readonly headingLevel?: number;
  /** The path of an image known by its id; null when it may not be shown (its alternative text then stands for it). */
  readonly imagePath?: (id: string) => string | null;
  /** The name of an account today; the writer's own spelling, which proves nothing, when not given. */
  readonly mentionName?: (accountId: string) => string | null;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/** A message as HTML for a mail or a feed. Every text is escaped; no other element or attribute can come out. */
export function markdownToHtml(blocks: readonly Block[], options: HtmlOptions): string {
  return blocks.map((block) => blockHtml(block, options)).join('\n');
}

function blockHtml(block: Block, options: HtmlOptions): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineHtml(block.children, options)}</p>`;
    case 'heading': {
      const level = Math.min((options.headingLevel ?? 3) + block.level - 1, 6);
      return `<h${level}>${inlineHtml(block.children, options)}</h${level}>`;
    }
    case 'codeBlock':
      return `<pre><code>${escapeHtml(block.text)}</code></pre>`;
    case 'list':
      return listHtml(block, options);
    case 'quote':
      return `<blockquote>${markdownToHtml(block.children, options)}</blockquote>`;
    case 'rule':
      return '<hr>';
  }
}

function listHtml({ ordered, start, tight, items }: Block & { type: 'list' }, options: HtmlOptions): string {
  const item = (blocks: readonly Block[]) =>
    blocks
      .map((block) =>
        tight && block.type === 'paragraph' ? inlineHtml(block.children, options) : blockHtml(block, options),
      )
      .join('\n');
  const contents = items.map((blocks) => `<li>${item(blocks)}</li>`).join('');
  if (!ordered) return `<ul>${contents}</ul>`;
  return start === 1 ? `<ol>${contents}</ol>` : `<ol start="${start}">${contents}</ol>`;
}

function inlineHtml(inlines: readonly Inline[], options: HtmlOptions): string {
  return inlines.map((inline) => oneHtml(inline, options)).join('');
}

function oneHtml(inline: Inline, options: HtmlOptions): string {
  switch (inline.type) {
    case 'text':
      return escapeHtml(inline.text);
    case 'emphasis':
      return `<em>${inlineHtml(inline.children, options)}</em>`;
    case 'strong':
      return `<strong>${inlineHtml(inline.children, options)}</strong>`;
    case 'code':
      return `<code>${escapeHtml(inline.text)}</code>`;
    case 'break':
      return '<br>';
    case 'link':
      return `<a href="${escapeHtml(whole(inline.url, options))}"${relation(inline.url)}>${inlineHtml(inline.children, options)}</a>`;
    case 'image':
      return imageHtml(inline.source, inline.alt || IMAGE_WITHOUT_ALTERNATIVE, options);
    case 'mention':
      return `<strong>@${escapeHtml(options.mentionName?.(inline.accountId) ?? inline.name)}</strong>`;
  }
}

const whole = (url: string, { siteUrl }: HtmlOptions) => (url.startsWith('/') ? `${siteUrl}${url}` : url);

/** Nobody vouches for what people link to, and the page opened must not hold the one it was opened from. */
const relation = (url: string) => (hostOf(url) === null ? '' : ' rel="nofollow ugc noopener"');

function imageHtml(source: ImageSource, alt: string, options: HtmlOptions): string {
  const path = source.kind === 'path' ? source.path : options.imagePath?.(source.id);
  if (!path) return escapeHtml(alt);
  return `<img src="${escapeHtml(whole(path, options))}" alt="${escapeHtml(alt)}">`;
}
