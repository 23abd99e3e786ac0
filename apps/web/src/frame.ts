import { currentConsultation } from '@preau/consultation-web';
import { execute, graphql } from '@preau/graphql';
import { useQuery } from '@tanstack/react-query';
import { useMatch } from 'react-router';

const frameQuery = graphql(`
  query Frame {
    site {
      embedded
    }
    consultations {
      id
      slug
      phase
      opensAt
      closesAt
      themes {
        id
        slug
        shortTitle
        accent
      }
    }
  }
`);

/** What the header needs: the themes of the consultation one is reading, else of the one to answer now. */
export function useFrame() {
  const { data } = useQuery({
    queryKey: ['frame'],
    queryFn: ({ signal }) => execute(frameQuery, {}, { method: 'GET', signal }),
    staleTime: 5 * 60_000,
  });
  const reading = useMatch('/concertations/:slug/*')?.params.slug;
  const consultations = data?.consultations ?? [];
  return {
    embedded: data?.site.embedded ?? false,
    consultation: consultations.find(({ slug }) => slug === reading) ?? currentConsultation(consultations),
  };
}
