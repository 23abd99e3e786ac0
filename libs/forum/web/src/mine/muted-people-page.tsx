import '../forum.css';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { execute, graphql } from '@preau/graphql';
import { formatDay } from '@preau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { AuthorLine } from '../authors/author-line';
import { ofName } from '../message/post-fields';
import { chooseMuted } from '../muting/operations';
import { showMuted } from '../muting/with-muted';
import { MyList } from './my-list';

const mutedQuery = graphql(`
  query MyMutedPeople($first: Int!, $after: ID) {
    mutedPeople(first: $first, after: $after) {
      totalCount
      edges {
        node {
          mutedAt
          person {
            id
            name
            kind
            isVerifiedTeacher
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** /mon-espace/personnes-masquees: whose messages I no longer want to see, and the way back. */
export function Component() {
  const queries = useQueryClient();
  const unmute = async (id: string) => {
    await chooseMuted(id, false);
    showMuted(queries, id, false);
  };
  return (
    <MyList
      title="Personnes que je ne veux plus lire"
      lead="Leurs messages sont repliés pour vous seul, et ne vous sont pas annoncés. Elles ne le savent pas."
      listKey="muted-people"
      load={async (variables, signal) => (await execute(mutedQuery, variables, { signal })).mutedPeople}
      keyOf={({ person }) => person.id}
      empty="Vous n’avez choisi de ne plus lire personne. Ce choix est dans le menu « Plus » de chaque message."
      render={({ person, mutedAt }, { leave }) => (
        <div className="preau-mine preau-mine--line">
          <p>
            <AuthorLine author={person} />
          </p>
          <p className="preau-mine__facts">{`depuis le ${formatDay(mutedAt)}`}</p>
          <Button
            priority="tertiary"
            size="small"
            onClick={() => {
              leave(() => unmute(person.id), `Les messages ${ofName(person.name)} sont de nouveau affichés.`);
            }}
          >
            {`Voir de nouveau les messages ${ofName(person.name)}`}
          </Button>
        </div>
      )}
    />
  );
}
