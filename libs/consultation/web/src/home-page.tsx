import './consultation.css';
import { execute, graphql } from '@preau/graphql';
import { Empty, Failure, Loading, Page } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { ConsultationAbout } from './consultation-about';
import { ConsultationFigures } from './consultation-figures';
import { ConsultationHero } from './consultation-hero';
import { currentConsultation } from './current-consultation';
import { HowItWorks } from './how-it-works';
import { OtherConsultations } from './other-consultations';
import { ThemeGrid } from './theme-grid';

const homeQuery = graphql(`
  query Home {
    consultations {
      id
      phase
      opensAt
      closesAt
      ...ConsultationHero
      ...ConsultationFigures
      ...ThemeGrid
      ...ConsultationAbout
      ...OtherConsultation
    }
  }
`);

/** `/`: the consultation of the moment, then the others. */
export function Component() {
  const { data, error, refetch } = useQuery({
    queryKey: ['home'],
    queryFn: ({ signal }) => execute(homeQuery, {}, { method: 'GET', signal }),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const current = currentConsultation(data.consultations);
  if (!current) {
    return (
      <Page title="Bienvenue dans le préau">
        <Empty>Aucune concertation n’est annoncée pour l’instant. Revenez bientôt.</Empty>
      </Page>
    );
  }
  return (
    <>
      <ConsultationHero consultation={current} documentTitle="Accueil" />
      <ConsultationFigures consultation={current} />
      <ThemeGrid consultation={current} />
      <HowItWorks />
      <ConsultationAbout consultation={current} />
      <OtherConsultations consultations={data.consultations.filter(({ id }) => id !== current.id)} />
    </>
  );
}
