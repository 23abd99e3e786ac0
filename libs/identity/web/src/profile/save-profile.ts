import { execute, graphql } from '@preau/graphql';
import { type DeclaredRole } from '@preau/identity-domain';

export interface ProfileFields {
  readonly displayName: string;
  readonly isPseudonym: boolean;
  readonly declaredRole?: Uppercase<DeclaredRole> | null;
  readonly academie?: string | null;
}

export const profileFragment = graphql(`
  fragment Profile on Account {
    displayName
    isPseudonym
    isMinor
    declaredRole
    academie
  }
`);

const myProfileQuery = graphql(`
  query MyProfile {
    me {
      id
      ...Profile
    }
  }
`);

const saveProfileMutation = graphql(`
  mutation SaveProfile($input: SaveProfileInput!) {
    saveProfile(input: $input) {
      __typename
      ... on ProfileSaved {
        account {
          id
          ...Profile
        }
      }
      ... on ProfileRefused {
        refusal: code
        faults {
          field
          code
        }
      }
    }
  }
`);

export const myProfile = (signal: AbortSignal) => execute(myProfileQuery, {}, { signal });

/** A choice that was left empty is none. */
export const saveProfile = async (
  typed: Record<'displayName' | 'declaredRole' | 'academie', string> & { isPseudonym: boolean },
) => {
  const declaredRole = (typed.declaredRole || null) as Uppercase<DeclaredRole> | null;
  const input = { ...typed, declaredRole, academie: typed.academie || null };
  return (await execute(saveProfileMutation, { input })).saveProfile;
};
