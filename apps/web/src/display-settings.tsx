import { Button } from '@codegouvfr/react-dsfr/Button';
import { useEffect, useRef, useState } from 'react';
import { chooseScheme, currentScheme, type Scheme } from './color-scheme';

const CHOICES: readonly { readonly scheme: Scheme; readonly label: string }[] = [
  { scheme: 'light', label: 'Clair' },
  { scheme: 'dark', label: 'Sombre' },
  { scheme: 'system', label: 'Comme mon appareil' },
];

interface DisplaySettingsProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Light, dark, or as the device. The browser's own dialog keeps the focus inside and closes on Escape. */
export function DisplaySettings({ open, onClose }: DisplaySettingsProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [chosen, setChosen] = useState<Scheme>('system');
  useEffect(() => {
    if (!open) return;
    setChosen(currentScheme());
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
          {CHOICES.map(({ scheme, label }) => (
            <div key={scheme} className="fr-fieldset__element">
              <div className="fr-radio-group">
                <input
                  type="radio"
                  id={`affichage-${scheme}`}
                  name="affichage"
                  checked={chosen === scheme}
                  onChange={() => {
                    setChosen(scheme);
                    chooseScheme(scheme);
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
