import { Button } from '@codegouvfr/react-dsfr/Button';
import { useIsDark } from '@codegouvfr/react-dsfr/useIsDark';
import { useEffect, useRef, useState } from 'react';

const CHOICES = [
  { scheme: 'light', label: 'Clair', set: false },
  { scheme: 'dark', label: 'Sombre', set: true },
  { scheme: 'system', label: 'Comme mon appareil', set: 'system' },
] as const;

interface DisplaySettingsProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Light, dark, or as the device. The browser's own dialog keeps the focus inside and closes on Escape. */
export function DisplaySettings({ open, onClose }: DisplaySettingsProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { setIsDark } = useIsDark();
  const [chosen, setChosen] = useState('system');
  useEffect(() => {
    if (!open) return;
    setChosen(document.documentElement.getAttribute('data-fr-scheme') ?? 'system');
    dialog.current?.showModal();
  }, [open]);
  return (
    <dialog ref={dialog} className="preau-dialog" aria-labelledby="affichage-titre" onClose={onClose}>
      <form method="dialog">
        <h2 id="affichage-titre">Paramètres d’affichage</h2>
        <fieldset className="fr-fieldset" aria-labelledby="affichage-legende">
          <legend id="affichage-legende" className="fr-fieldset__legend fr-fieldset__legend--regular">
            Couleurs du site
          </legend>
          {CHOICES.map(({ scheme, label, set }) => (
            <div key={scheme} className="fr-fieldset__element">
              <div className="fr-radio-group">
                <input
                  type="radio"
                  id={`affichage-${scheme}`}
                  name="affichage"
                  checked={chosen === scheme}
                  onChange={() => {
                    setChosen(scheme);
                    setIsDark(set);
                  }}
                />
                <label className="fr-label" htmlFor={`affichage-${scheme}`}>
                  {label}
                </label>
              </div>
            </div>
          ))}
        </fieldset>
        <Button type="submit">Fermer</Button>
      </form>
    </dialog>
  );
}
