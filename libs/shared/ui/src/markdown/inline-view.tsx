import { isSitePath, plainText, type ImageSource, type Inline } from '@preau/markdown';
import { use, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Surroundings } from './markdown-context';
import { markdownMessages as words } from './messages';

export function Inlines({ inlines }: { readonly inlines: readonly Inline[] }) {
  return inlines.map((inline, index) => <InlineView key={index} inline={inline} />);
}

function InlineView({ inline }: { readonly inline: Inline }): ReactNode {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'emphasis':
      return (
        <em>
          <Inlines inlines={inline.children} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <Inlines inlines={inline.children} />
        </strong>
      );
    case 'code':
      return <code translate="no">{inline.text}</code>;
    case 'break':
      return <br />;
    case 'link':
      return <LinkView url={inline.url} inlines={inline.children} />;
    case 'image':
      return <ImageView source={inline.source} alt={inline.alt || words.imageWithoutAlternative} />;
    case 'mention':
      return <MentionView accountId={inline.accountId} typed={inline.name} />;
  }
}

/** What the server itself answers: the router knows nothing of it. */
const FROM_SERVER = /^\/(?:fichiers|exports|opendata|feeds)\//;

function LinkView({ url, inlines }: { readonly url: string; readonly inlines: readonly Inline[] }) {
  const { origin } = use(Surroundings);
  const shown = <Inlines inlines={inlines} />;
  const path = url.startsWith(`${origin}/`) ? url.slice(origin.length) : url;
  if (FROM_SERVER.test(path)) return <a href={path}>{shown}</a>;
  if (isSitePath(path)) return <Link to={path}>{shown}</Link>;
  const [, host] = /^https?:\/\/([^/?#]+)/i.exec(url) ?? [];
  if (!host) return <a href={url}>{shown}</a>;
  return (
    <a
      href={url}
      target="_blank"
      rel="nofollow ugc noopener external"
      title={words.newWindow(plainText(inlines), host)}
    >
      {shown}
    </a>
  );
}

function ImageView({ source, alt }: { readonly source: ImageSource; readonly alt: string }) {
  const { imageOf } = use(Surroundings);
  const image = source.kind === 'path' ? { path: source.path } : imageOf?.(source.id);
  // Whatever is asked for is asked of this site.
  if (!image || !isSitePath(image.path)) return words.imageMissing(alt);
  const { path, ...size } = image;
  return <img src={path} alt={alt} loading="lazy" {...size} />;
}

function MentionView({ accountId, typed }: { readonly accountId: string; readonly typed: string }) {
  const { mentionOf } = use(Surroundings);
  const person = mentionOf?.(accountId);
  const name = `@${person?.name ?? typed}`;
  return person?.to ? (
    <Link to={person.to} className="preau-mention">
      {name}
    </Link>
  ) : (
    <span className="preau-mention">{name}</span>
  );
}
