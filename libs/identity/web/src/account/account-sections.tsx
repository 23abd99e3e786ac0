import { Tile } from '@codegouvfr/react-dsfr/Tile';
import { type Role } from '@preau/shared-domain';
import { placesFor, type AccountPlace, type AccountSection } from './account-places';

const SECTIONS: readonly (readonly [AccountSection, string])[] = [
  ['participation', 'Ma participation'],
  ['account', 'Mon compte'],
  ['team', 'Mes outils'],
];

interface AccountSectionsProps {
  readonly places: readonly AccountPlace[];
  readonly roles: readonly Uppercase<Role>[];
}

/** The pages of one's own space, as tiles. A section without a page is left out. */
export function AccountSections({ places, roles }: AccountSectionsProps) {
  return SECTIONS.map(([section, title]) => {
    const shown = placesFor(places, section, roles);
    return shown.length === 0 ? null : (
      <section key={section} className="preau-account__section" aria-labelledby={`espace-${section}`}>
        <h2 id={`espace-${section}`}>{title}</h2>
        <ul className="preau-account__places">
          {shown.map(({ to, title: name, text }) => (
            <li key={to}>
              <Tile
                small
                enlargeLinkOrButton
                orientation="horizontal"
                titleAs="h3"
                title={name}
                desc={text}
                linkProps={{ to }}
              />
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
