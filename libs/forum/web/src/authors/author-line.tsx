import { authorKind, type DeclaredAuthor } from './author-kind';

interface AuthorLineProps {
  readonly author: DeclaredAuthor | null | undefined;
  /** The service of the institution in whose name they write. */
  readonly service?: string | null | undefined;
  /** A topic is begun, and answers nothing. */
  readonly isTopic?: boolean;
}

/** Who writes, and as what they take part; a service of the institution stands for the person. */
export function AuthorLine({ author, service, isTopic = false }: AuthorLineProps) {
  if (service) {
    return (
      <span className="preau-author preau-author--official">
        <span className="preau-author__kind">{isTopic ? 'Sujet officiel' : 'Réponse officielle'}</span>
        <span aria-hidden="true"> – </span>
        <span className="preau-author__name">{service}</span>
      </span>
    );
  }
  if (!author) return <span className="preau-author">Auteur retiré</span>;
  const kind = authorKind(author);
  return (
    <span className="preau-author">
      <span className="preau-author__name">{author.name}</span>
      {kind ? <span className="preau-author__kind">{kind}</span> : null}
    </span>
  );
}
