import { useQueries } from '@tanstack/react-query';
import { resultsOptions } from './results-query';
import { type ProfileValues } from './results-controls';
import { type ProfileQuestion } from './sections';

/** The values each profile question may be restricted to, with their labels as results name them (académies included). */
export function useProfileValues(
  questionnaireId: string,
  profile: readonly ProfileQuestion[],
  exact: boolean,
): ProfileValues[] {
  const sections = [...new Set(profile.map(({ section }) => section))];
  const figures = useQueries({
    queries: sections.map((section) => ({
      ...resultsOptions({ questionnaireId, section, by: null, where: [], exact }),
      refetchInterval: false as const,
    })),
    combine: (answers) => answers.flatMap(({ data }) => data?.questions ?? []),
  });
  return profile.map((question) => ({
    ...question,
    values: figures.find(({ code }) => code === question.code)?.options ?? [],
  }));
}
