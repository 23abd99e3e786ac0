import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { accentClass, formatDay, useTerritories } from '@preau/ui';
import { Link } from 'react-router';
import { KIND_NAMES } from '../messages';
import { MarkedText } from './marked-text';

const foundFragment = graphql(`
  fragment FoundObject on SearchHit {
    kind
    path
    at
    academie
    theme {
      shortTitle
      accent
    }
    titleParts {
      text
      isMatch
    }
    excerpt {
      text
      isMatch
    }
  }
`);

/** One result: what it is, where it is from, and the words that made it one. */
export function FoundObject({ hit }: { readonly hit: FragmentType<typeof foundFragment> }) {
  const { kind, path, at, academie, theme, titleParts, excerpt } = readFragment(foundFragment, hit);
  const nameOf = useTerritories()?.nameOf;
  const facts = [
    theme?.shortTitle,
    academie ? nameOf?.('academie', academie) : null,
    formatDay(new Date(at)),
  ].filter(Boolean);
  return (
    <li className={`preau-found ${theme ? accentClass(theme.accent) : ''}`}>
      <p className="preau-found__facts">
        <Badge small noIcon as="span">
          {KIND_NAMES[kind].one}
        </Badge>
        {facts.join(' · ')}
      </p>
      <h3 className="preau-found__title">
        <Link to={path}>
          <MarkedText segments={titleParts} />
        </Link>
      </h3>
      {excerpt.length > 0 ? (
        <p className="preau-found__excerpt">
          <MarkedText segments={excerpt} />
        </p>
      ) : null}
    </li>
  );
}
