const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** "2015-02-01" as a French reader writes it: "1er février 2015". */
export function frenchDay(isoDay: string): string {
  const [year = '', month = '', day = ''] = isoDay.split('-');
  return `${day === '01' ? '1er' : Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${Number(year)}`;
}

/** A number as a French reader writes it: "1 234,5", with a narrow space that does not break. */
export function frenchNumber(value: number): string {
  return new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 10 }).format(value);
}

/** Keeps French punctuation on the line of its word: no break before ":" and inside « ». */
export function frenchSpaces(sentence: string): string {
  return sentence.replace(/ (?=[:»])/g, '\u00a0').replace(/« /g, '«\u00a0');
}
