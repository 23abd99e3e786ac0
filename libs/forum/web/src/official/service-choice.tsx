import { Select } from '@codegouvfr/react-dsfr/Select';
import { Link } from 'react-router';
import { servicesPath } from '../paths';
import { useSpeakingServices } from './services-query';

interface ServiceChoiceProps {
  readonly label: string;
  /** What stands first: oneself, or nothing chosen yet. */
  readonly none: string;
  readonly hint?: string;
  /** The id of a service, or nothing. */
  readonly chosen: string;
  readonly onChange: (service: string) => void;
  readonly id?: string;
  readonly fault?: string | null | undefined;
}

/** In whose name one writes. */
export function ServiceChoice({ label, none, hint, chosen, onChange, id, fault }: ServiceChoiceProps) {
  const { data: services, error } = useSpeakingServices();
  const isGone = services !== undefined && chosen !== '' && !services.some((one) => one.id === chosen);
  return (
    <>
      <Select
        className="preau-service-choice"
        label={label}
        hint={hint}
        state={fault ? 'error' : 'default'}
        stateRelatedMessage={fault ?? undefined}
        nativeSelectProps={{
          ...(id ? { id } : {}),
          value: isGone ? '' : chosen,
          'aria-invalid': fault ? true : undefined,
          onChange: ({ currentTarget }) => {
            onChange(currentTarget.value);
          },
        }}
      >
        <option value="">{none}</option>
        {(services ?? []).map((service) => (
          <option key={service.id} value={service.id}>
            {service.name}
          </option>
        ))}
      </Select>
      {error ? (
        <p role="alert">Les services n’ont pas pu être lus. Rechargez la page pour les choisir.</p>
      ) : null}
      {services?.length === 0 ? (
        <p className="fr-hint-text">
          Aucun service n’est encore nommé. <Link to={servicesPath}>Nommer un service</Link>
        </p>
      ) : null}
    </>
  );
}
