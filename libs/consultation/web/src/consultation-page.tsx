import './consultation.css';
import { execute, graphql } from '@preau/graphql';
import { Failure, Loading, Trail } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { useParams } from 'react-router';
import { ConsultationAbout } from './consultation-about';
import { ConsultationFigures } from './consultation-figures';
import { ConsultationHero } from './consultation-hero';
import { Missing } from './missing';
import { ThemeGrid } from './theme-grid';

const consultationQuery = graphql(`
  query ConsultationPage($slug: String!) {
    consultation(slug: $slug) {
      id
      title
      ...ConsultationHero
      ...ConsultationFigures
      ...ThemeGrid
      ...ConsultationAbout
    }
  }
`);

/** What another domain shows under the head of a consultation. */
export type ConsultationAction = ComponentType<{ readonly consultationId: string }>;

/** `/concertations/:slug`: one edition, in whichever phase it is. */
export function ConsultationPage({ Action }: { readonly Action: ConsultationAction }) {
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
      <Action consultationId={consultation.id} />
      <ConsultationFigures consultation={consultation} />
      <ConsultationAbout consultation={consultation} />
      <ThemeGrid consultation={consultation} />
    </>
  );
}
