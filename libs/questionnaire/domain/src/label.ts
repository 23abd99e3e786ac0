import { type Label } from './definition';

/** The text of a label in one language, French when that language is missing. */
export function labelText(label: Label, language = 'fr'): string {
  if (typeof label === 'string') return label;
  if (Object.hasOwn(label, language)) return label[language] ?? '';
  return Object.hasOwn(label, 'fr') ? (label.fr ?? '') : (Object.values(label)[0] ?? '');
}
