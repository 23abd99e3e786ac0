import { dayInParis } from '@preau/shared-domain';
import type { ExportForm } from './export-form';

/** One questionnaire per consultation is the rule: its own slug is said only when it says something. */
const USUAL_SLUG = 'questionnaire';

/** Headers of a downloaded file, named after what it holds and the day. */
export function fileHeaders(form: ExportForm, content: string, now: Date): Record<string, string> {
  const questionnaire = form.questionnaire === USUAL_SLUG ? [] : [form.questionnaire];
  const name = ['preau', form.consultation, ...questionnaire, content, dayInParis(now)]
    .join('-')
    .replace(/[^\w-]+/g, '-');
  return {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
    'Cache-Control': 'no-store',
  };
}
