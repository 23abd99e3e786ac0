/** The part of a questionnaire that deals with a theme. */
export interface ThemeSection {
  readonly title: string;
  readonly questionCount: number;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * Finds the section of a theme in a questionnaire's definition, which this domain must not know in detail: only what is shown
 * here is read, and a definition shaped otherwise simply shows nothing.
 */
export function themeSection(definition: unknown, theme: string): ThemeSection | null {
  const sections: unknown[] =
    isRecord(definition) && Array.isArray(definition['sections']) ? definition['sections'] : [];
  const section = sections.filter(isRecord).find((one) => one['theme'] === theme);
  if (!section || !Array.isArray(section['questions'])) return null;
  const label = section['title'];
  const title = isRecord(label) ? label['fr'] : label;
  return typeof title === 'string' ? { title, questionCount: section['questions'].length } : null;
}
