import { countCharacters } from '@preau/shared-domain';
import { plural } from './format';

const used = (count: number, max: number) => `${String(count)} / ${plural(max, 'caractère', 'caractères')}`;
const remaining = (left: number) =>
  left < 0
    ? `${plural(-left, 'caractère', 'caractères')} de trop.`
    : `Il reste ${plural(left, 'caractère', 'caractères')}.`;

interface CharacterCountProps {
  readonly text: string;
  readonly max: number;
  /** Nothing is shown while more than so many characters are left. */
  readonly quietUntil?: number;
}

/** Told aloud by steps near the end only: counting at each key would talk over what is being typed. */
const SPOKEN_STEP = 20;

/** How much of a text's limit is used; beyond it, how much to take out. Nothing is cut. */
export function CharacterCount({ text, max, quietUntil = Infinity }: CharacterCountProps) {
  const count = countCharacters(text);
  const left = max - count;
  const isNear = left <= Math.min(SPOKEN_STEP * 2, max / 2);
  const spoken = left >= 0 ? Math.ceil(left / SPOKEN_STEP) * SPOKEN_STEP : left;
  return (
    <>
      <p className={`preau-count ${left < 0 ? 'preau-count--over' : ''}`} aria-hidden="true">
        {left <= quietUntil ? used(count, max) : null}
      </p>
      <p className="fr-sr-only" role="status">
        {isNear && count > 0 ? remaining(spoken) : null}
      </p>
    </>
  );
}
