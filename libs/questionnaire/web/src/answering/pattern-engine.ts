// Loaded apart: few questions have a pattern, and its engine weighs as much as a page.
export { matchesPattern } from '@preau/questionnaire-domain';
