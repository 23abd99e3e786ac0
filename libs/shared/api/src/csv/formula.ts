/**
 * What makes a spreadsheet compute a cell instead of showing it (OWASP, "CSV Injection"): these characters first, in
 * their full-width form too. PostgreSQL cannot hold a NUL; it is here for texts that never went through it.
 */
const FORMULA_STARTS = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];
/** Some spreadsheets skip spaces before they look. */
const LEADING_SPACES = /^[ \u00a0]+/;

/** The text with an apostrophe before it if a spreadsheet would take it for a formula. For texts only: -5 is a number. */
export function neutralised(text: string): string {
  return FORMULA_STARTS.includes(text.replace(LEADING_SPACES, '').charAt(0)) ? `'${text}` : text;
}

const CODE_POINTS = FORMULA_STARTS.map((start) => start.charCodeAt(0)).filter((code) => code > 0);

/** `neutralised` as SQL. The expression is repeated: give a column, not a computation. */
export function neutralisedSql(column: string): string {
  return `CASE WHEN ascii(ltrim(${column}, E' \\u00A0')) IN (${CODE_POINTS.join(',')}) THEN '''' || ${column} ELSE ${column} END`;
}
