import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import { DemoAccounts } from './demo-accounts';
import { failureSentence } from '../messages';
import { requestSignIn } from './request-sign-in';
import { type PendingSignIn } from './sign-in-request';

const LOOKS_LIKE_AN_ADDRESS = /^\S+@\S+\.\S+$/;
const WRONG_ADDRESS = 'Saisissez une adresse électronique complète, par exemple nom@exemple.fr.';

interface AddressFormProps {
  readonly embedded: boolean;
  readonly onRequested: (pending: PendingSignIn) => void;
}

export function AddressForm({ embedded, onRequested }: AddressFormProps) {
  const [email, setEmail] = useState('');
  const [fault, setFault] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const request = useMutation({ mutationFn: requestSignIn, onSuccess: onRequested });

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const address = email.trim();
    const valid = LOOKS_LIKE_AN_ADDRESS.test(address);
    setFault(valid ? '' : WRONG_ADDRESS);
    if (valid) request.mutate(address);
    else field.current?.focus();
  };

  const error = fault || (request.error ? failureSentence(request.error) : '');
  return (
    <>
      <form onSubmit={submit} noValidate>
        <p>
          Un compte sert à débattre, à suivre un thème et à retrouver ses réponses sur tous ses appareils.
          Pour répondre à un questionnaire, nul besoin de compte.
        </p>
        <Input
          label="Adresse électronique (obligatoire)"
          hintText="Vous y recevrez un lien et un code&nbsp;: il n’y a pas de mot de passe. La première fois, quelques questions suivront pour créer votre compte."
          state={error ? 'error' : 'default'}
          stateRelatedMessage={error}
          nativeInputProps={{
            ref: field,
            'aria-invalid': error !== '',
            type: 'email',
            name: 'email',
            autoComplete: 'email',
            required: true,
            value: email,
            onChange: ({ currentTarget }) => {
              setEmail(currentTarget.value);
            },
          }}
        />
        <Button type="submit" disabled={request.isPending}>
          {request.isPending ? 'Envoi en cours…' : 'Recevoir un lien et un code'}
        </Button>
      </form>
      {embedded ? (
        <DemoAccounts
          onChoose={(address) => {
            setEmail(address);
            setFault('');
            field.current?.focus();
          }}
        />
      ) : null}
    </>
  );
}
