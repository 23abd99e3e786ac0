import '../forum.css';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { execute, graphql } from '@preau/graphql';
import { formatDateTime, unbroken } from '@preau/ui';
import { Link } from 'react-router';
import { deleteDraft } from '../drafts/draft-operations';
import { MyList, type ListTools } from './my-list';

const draftsQuery = graphql(`
  query MyForumDrafts($first: Int!, $after: ID) {
    forumDrafts(first: $first, after: $after) {
      totalCount
      edges {
        node {
          key
          themeId
          topicId
          parentId
          postId
          title
          body
          savedAt
          subject
          path
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const draftsPage = async (variables: { first: number; after: string | null }, signal: AbortSignal) =>
  (await execute(draftsQuery, variables, { signal })).forumDrafts;
type MyDraft = Awaited<ReturnType<typeof draftsPage>>['edges'][number]['node'];

/** /mon-espace/brouillons: what I have begun to write, to be taken up or thrown away. */
export function Component() {
  return (
    <MyList
      title="Mes brouillons"
      lead="Ce que vous avez commencé à écrire dans les débats. Un brouillon s’efface trente jours après son dernier enregistrement."
      listKey="forum-drafts"
      load={draftsPage}
      keyOf={({ key }) => key}
      empty="Vous n’avez aucun brouillon. Ce que vous commencez à écrire dans un débat est enregistré ici."
      render={(draft, tools) => <DraftLine draft={draft} {...tools} />}
    />
  );
}

function nameOf({ themeId, topicId, parentId, postId, title, subject }: MyDraft): string {
  if (themeId) return `Nouveau sujet\u00a0: ${title ? `«\u00a0${title}\u00a0»` : 'sans titre'}`;
  const topic = subject ? unbroken(`«\u00a0${subject}\u00a0»`) : 'un sujet qui n’est plus là';
  if (topicId && !parentId) return `Proposition dans ${topic}`;
  return postId ? `Modification d’un message dans ${topic}` : `Réponse dans ${topic}`;
}

function DraftLine({ draft, leave }: { readonly draft: MyDraft } & ListTools) {
  const { key, themeId, body, savedAt, subject, path } = draft;
  const name = nameOf(draft);
  return (
    <article className="preau-mine">
      <h2 className="preau-mine__title">{path ? <Link to={path}>{name}</Link> : name}</h2>
      {body ? (
        <p className="preau-mine__words">{body.length > 240 ? `${body.slice(0, 240)}…` : body}</p>
      ) : null}
      <p className="preau-mine__facts">
        {themeId && subject ? <span>{`Thème ${subject}`}</span> : null}
        <span>
          enregistré le <time dateTime={savedAt}>{formatDateTime(savedAt)}</time>
        </span>
      </p>
      <div className="preau-form-buttons">
        {path ? (
          <Link className="fr-btn fr-btn--sm fr-btn--secondary" to={path}>
            Reprendre<span className="fr-sr-only">{` le brouillon\u00a0: ${name}`}</span>
          </Link>
        ) : null}
        <Button
          priority="tertiary"
          size="small"
          onClick={() => {
            leave(() => deleteDraft(key), 'Le brouillon est jeté.');
          }}
        >
          Jeter<span className="fr-sr-only">{` le brouillon\u00a0: ${name}`}</span>
        </Button>
      </div>
    </article>
  );
}
