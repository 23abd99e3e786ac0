import './consultation.css';
import { execute, graphql } from '@preau/graphql';
import { Failure, Loading, Trail } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ConsultationAbout } from './consultation-about';
import { ConsultationFigures } from './consultation-figures';
import { ConsultationHero } from './consultation-hero';
import { Missing } from './missing';
import { ThemeGrid } from './theme-grid';

const consultationQuery = graphql(`
  query ConsultationPage($slug: String!) {
    consultation(slug: $slug) {
      title
      ...ConsultationHero
      ...ConsultationFigures
      ...ThemeGrid
      ...ConsultationAbout
    }
  }
`);

/** `/concertations/:slug`: one edition, in whichever phase it is. */
export function Component() {
  const { slug = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['consultation', slug],
    queryFn: ({ signal }) => execute(consultationQuery, { slug }, { method: 'GET', signal }),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { consultation } = data;
  if (!consultation) return <Missing what="Cette concertation" />;
  return (
    <>
      <ConsultationHero consultation={consultation}>
        <Trail crumbs={[]} current={consultation.title} />
      </ConsultationHero>
      <ConsultationFigures consultation={consultation} />
      <ConsultationAbout consultation={consultation} />
      <ThemeGrid consultation={consultation} />
    </>
  );
}
