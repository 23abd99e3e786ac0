/** One value of a profile question that answers are restricted to. */
export interface ResultFilter {
  readonly question: string;
  readonly is: string;
}

/** What the address of a results page says: `?theme=…&croiser=role&filtre=level:college`. */
export interface ResultsAddress {
  readonly section: string | null;
  readonly by: string | null;
  readonly where: readonly ResultFilter[];
}

const FILTER = /^([a-z][a-z0-9_]{0,39}):(\S{1,60})$/;

export function readAddress(search: URLSearchParams): ResultsAddress {
  const where = search.getAll('filtre').flatMap((text) => filterOf(text) ?? []);
  return { section: search.get('theme'), by: search.get('croiser') || null, where };
}

export function writeAddress({ section, by, where }: ResultsAddress): URLSearchParams {
  const search = new URLSearchParams();
  if (section) search.set('theme', section);
  if (by) search.set('croiser', by);
  for (const filter of where) search.append('filtre', filterText(filter));
  return search;
}

export function filterText({ question, is }: ResultFilter): string {
  return `${question}:${is}`;
}

/** The filter a choice of the screen stands for; null for « everybody ». */
export function filterOf(text: string): ResultFilter | null {
  const [, question, is] = FILTER.exec(text) ?? [];
  return question && is ? { question, is } : null;
}
