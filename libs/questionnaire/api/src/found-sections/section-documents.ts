import { createHash } from 'node:crypto';
import { labelText, type Definition, type Section } from '@preau/questionnaire-domain';
import type { SearchDocument } from '@preau/search-api';

/** A questionnaire that is published, in its current version. */
export interface PublishedForm {
  readonly id: string;
  readonly consultationId: string;
  readonly opensAt: Date;
  readonly definition: Definition;
  /** Ids of the consultation's themes, by slug. */
  readonly themes: Readonly<Record<string, string>>;
}

/** A section has a code; what is found has a UUID, always the same for the same section. */
export function sectionId(questionnaireId: string, code: string): string {
  const hex = createHash('sha256').update(`${questionnaireId} ${code}`).digest('hex');
  // A name-based UUID of one's own making: version 8.
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** What can be found of a questionnaire: each section, by its title and by what it asks. */
export function sectionDocuments(form: PublishedForm): SearchDocument[] {
  return form.definition.sections.map((section) => ({
    kind: 'questionnaire_section',
    objectId: sectionId(form.id, section.code),
    consultationId: form.consultationId,
    themeId: section.theme ? (form.themes[section.theme] ?? null) : null,
    academie: null,
    parentId: null,
    title: labelText(section.title),
    text: textOf(section),
    at: form.opensAt,
  }));
}

const textOf = ({ intro, questions }: Section) =>
  [...(intro ? [intro] : []), ...questions.map(({ label }) => label)]
    .map((label) => labelText(label))
    .join(' ');
