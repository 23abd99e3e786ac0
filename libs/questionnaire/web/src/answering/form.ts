import { graphql, execute, readFragment, type FragmentType } from '@preau/graphql';
import type { Definition, Section } from '@preau/questionnaire-domain';
import { queryOptions } from '@tanstack/react-query';

const AnswerFormParts = graphql(`
  fragment AnswerFormParts on Questionnaire {
    id
    slug
    title
    version
    status
    opensAt
    closesAt
    viewerCan {
      answer
    }
    consultation {
      slug
      title
      themes {
        slug
        accent
        pictogram
      }
    }
  }
`);

const AnswerForm = graphql(`
  query AnswerForm($consultation: String!, $slug: String!) {
    questionnaire(consultation: $consultation, slug: $slug) {
      definition
      ...AnswerFormParts
    }
  }
`);

const FormPlace = graphql(`
  query FormPlace($id: ID!) {
    questionnaire(id: $id) {
      slug
      version
      consultation {
        slug
      }
    }
  }
`);

/** A questionnaire as the answering pages need it. */
export interface Form {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly version: number;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly isOpen: boolean;
  readonly definition: Definition;
  readonly consultation: { readonly slug: string; readonly title: string };
  readonly themes: readonly { readonly slug: string; readonly accent: string; readonly pictogram: string }[];
}

export function toForm(
  parts: FragmentType<typeof AnswerFormParts>,
  definition: unknown,
  version?: number,
): Form {
  const { viewerCan, consultation, ...form } = readFragment(AnswerFormParts, parts);
  const { themes, ...place } = consultation;
  return {
    ...form,
    version: version ?? form.version,
    isOpen: viewerCan.answer,
    // The server only publishes definitions that it has parsed.
    definition: definition as Definition,
    consultation: place,
    themes,
  };
}

/** The form, read once: it must not change under the person's hands, nor be asked for again without a network. */
export const formQuery = (consultation: string, slug: string) =>
  queryOptions({
    queryKey: ['answer-form', consultation, slug],
    queryFn: async ({ signal }) => {
      const { questionnaire } = await execute(AnswerForm, { consultation, slug }, { method: 'GET', signal });
      return questionnaire ? toForm(questionnaire, questionnaire.definition) : null;
    },
    staleTime: Infinity,
    networkMode: 'always',
  });

/** Where a questionnaire stands on the site, from its id. */
export async function formPlace(id: string) {
  const { questionnaire } = await execute(FormPlace, { id }, { method: 'GET' });
  if (!questionnaire) return null;
  const { consultation, slug, version } = questionnaire;
  return { base: baseOf(consultation.slug, slug), version };
}

export const baseOf = (consultation: string, questionnaire: string) =>
  `/concertations/${consultation}/questionnaires/${questionnaire}`;

/** The accent and pictogram of the theme a section belongs to. */
export function themeOf(form: Form, section: Section) {
  return form.themes.find((theme) => theme.slug === section.theme);
}
