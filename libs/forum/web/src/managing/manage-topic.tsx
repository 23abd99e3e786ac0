import { Button } from '@codegouvfr/react-dsfr/Button';
import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { useId, useRef, useState } from 'react';
import { useTopicContext } from '../topic/topic-context';
import { useEscape } from '../message/use-escape';
import { Confirm } from './confirm';
import { LockForm } from './lock-form';
import { pinTopic, unlockTopic } from './operations';
import { SlowForm } from './slow-form';

export const manageTopic = graphql(`
  fragment ManageTopic on Topic {
    isPinned
    isLocked
    slowSeconds
    viewerCan {
      manage
    }
  }
`);

type Panel = 'pin' | 'lock' | 'slow';
const ACTION = { priority: 'secondary', size: 'small' } as const;

/** What those who keep a topic may do with it; nothing for everybody else. */
export function ManageTopic({ topic }: { readonly topic: FragmentType<typeof manageTopic> }) {
  const { isPinned, isLocked, slowSeconds, viewerCan } = readFragment(manageTopic, topic);
  const { topicId } = useTopicContext();
  const [isUnfolded, setUnfolded] = useState(false);
  const [panel, setPanel] = useState<Panel | null>(null);
  const buttons = useRef<Partial<Record<Panel, HTMLButtonElement | null>>>({});
  const content = useId();
  const unfolding = useRef<HTMLButtonElement>(null);
  /** Whoever used a control that has gone goes on from the one that opened it. */
  const close = () => {
    if (panel) buttons.current[panel]?.focus();
    setPanel(null);
  };
  const inContent = useEscape<HTMLDivElement>(() => {
    if (panel) {
      close();
      return;
    }
    setUnfolded(false);
    unfolding.current?.focus();
  });
  if (!viewerCan.manage) return null;
  const open = (which: Panel, label: string) => (
    <Button
      {...ACTION}
      ref={(button) => {
        buttons.current[which] = button;
      }}
      aria-expanded={panel === which}
      onClick={() => {
        setPanel(panel === which ? null : which);
      }}
    >
      {label}
    </Button>
  );
  const done = { onClose: close, onDone: close };
  return (
    <div className="preau-manage">
      <Button
        ref={unfolding}
        priority="tertiary"
        iconId={isUnfolded ? 'fr-icon-arrow-up-s-line' : 'fr-icon-arrow-down-s-line'}
        iconPosition="right"
        aria-expanded={isUnfolded}
        aria-controls={content}
        onClick={() => {
          setUnfolded(!isUnfolded);
          setPanel(null);
        }}
      >
        Gérer ce sujet
      </Button>
      <div ref={inContent} id={content} hidden={!isUnfolded}>
        <div className="preau-form-buttons">
          {open('pin', isPinned ? 'Ne plus épingler' : 'Épingler')}
          {open('lock', isLocked ? 'Rouvrir aux réponses' : 'Fermer aux réponses')}
          {open('slow', slowSeconds > 0 ? 'Changer le rythme' : 'Mettre au ralenti')}
        </div>
        {panel === 'pin' ? (
          <Confirm
            {...done}
            button={isPinned ? 'Retirer l’épingle' : 'Épingler ce sujet'}
            said={isPinned ? 'Le sujet n’est plus épinglé.' : 'Le sujet est épinglé.'}
            run={() => pinTopic(topicId, !isPinned)}
          >
            {isPinned
              ? 'Le sujet reprend sa place parmi les autres.'
              : 'Le sujet viendra en tête des débats, sous «\u00a0À lire d’abord\u00a0».'}
          </Confirm>
        ) : null}
        {panel === 'lock' && isLocked ? (
          <Confirm
            {...done}
            button="Rouvrir le sujet"
            said="Le sujet est rouvert aux réponses."
            run={() => unlockTopic(topicId)}
          >
            Chacun pourra de nouveau répondre et soutenir. La raison donnée ne sera plus affichée.
          </Confirm>
        ) : null}
        {panel === 'lock' && !isLocked ? <LockForm {...done} /> : null}
        {panel === 'slow' ? <SlowForm seconds={slowSeconds} {...done} /> : null}
      </div>
    </div>
  );
}
