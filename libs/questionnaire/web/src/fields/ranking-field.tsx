import { Button } from '@codegouvfr/react-dsfr/Button';
import { labelText, type Option } from '@preau/questionnaire-domain';
import { StatusMessage } from '@preau/ui';
import { useEffect, useRef, useState } from 'react';
import { questionId, type FieldProps } from './field-props';
import { fieldMessages as words } from './messages';
import { QuestionGroup } from './question-group';

/** Choices put in order with buttons. The list starts empty: an order shown in advance would be an answer suggested. */
export function RankingField({ question, value, onChange, faults }: FieldProps) {
  const id = questionId(question.code);
  const options = question.options ?? [];
  const find = (code: unknown) => options.find((option) => option.code === code);
  const ranked = (Array.isArray(value) ? value.map(find) : []).filter((option) => option !== undefined);
  const left = options.filter((option) => !ranked.includes(option));
  const most = typeof question.max === 'number' ? question.max : options.length;
  const [said, setSaid] = useState('');
  const focusNext = useFocusAfter();

  const put = (order: readonly Option[], moved: Option, focus: readonly string[]) => {
    const rank = order.indexOf(moved) + 1;
    const label = labelText(moved.label);
    setSaid(rank > 0 ? words.moved(label, rank, order.length) : words.removed(label));
    focusNext(focus);
    onChange(order.length > 0 ? order.map((option) => option.code) : undefined);
  };
  const add = (option: Option) => {
    const next = left[left.indexOf(option) + 1] ?? left.find((one) => one !== option);
    put(
      [...ranked, option],
      option,
      next ? [`${id}-add-${next.code}`, `${id}-up-${option.code}`] : [`${id}-up-${option.code}`],
    );
  };
  const move = (from: number, to: number) => {
    const option = ranked[from];
    if (!option) return;
    const order = ranked.filter((one) => one !== option);
    order.splice(to, 0, option);
    const [way, back] = to < from ? ['up', 'down'] : ['down', 'up'];
    put(order, option, [`${id}-${way}-${option.code}`, `${id}-${back}-${option.code}`]);
  };
  const remove = (option: Option) =>
    put(
      ranked.filter((one) => one !== option),
      option,
      [`${id}-add-${option.code}`],
    );

  return (
    <QuestionGroup question={question} faults={faults} className="preau-ranking">
      <div className="fr-fieldset__element">
        <p className="preau-ranking__title" id={`${id}-ranked`}>
          {words.ranked}
        </p>
        {ranked.length === 0 ? <p className="fr-hint-text">{words.noneRanked}</p> : null}
        <ol className="preau-ranking__list" aria-labelledby={`${id}-ranked`}>
          {ranked.map((option, index) => (
            <li key={option.code} className="preau-ranking__item">
              <span className="preau-ranking__rank" aria-hidden="true">
                {index + 1}
              </span>
              <span className="preau-ranking__label">{labelText(option.label)}</span>
              <span className="preau-ranking__moves">
                <Move
                  id={`${id}-up-${option.code}`}
                  icon="fr-icon-arrow-up-line"
                  words={words.up}
                  option={option}
                  disabled={index === 0}
                  onClick={() => move(index, index - 1)}
                />
                <Move
                  id={`${id}-down-${option.code}`}
                  icon="fr-icon-arrow-down-line"
                  words={words.down}
                  option={option}
                  disabled={index === ranked.length - 1}
                  onClick={() => move(index, index + 1)}
                />
                <Move
                  id={`${id}-remove-${option.code}`}
                  icon="fr-icon-close-line"
                  words={words.remove}
                  option={option}
                  onClick={() => remove(option)}
                />
              </span>
            </li>
          ))}
        </ol>
        {left.length > 0 && ranked.length < most ? (
          <>
            <p className="preau-ranking__title" id={`${id}-unranked`}>
              {words.unranked}
            </p>
            <ul className="preau-ranking__list" aria-labelledby={`${id}-unranked`}>
              {left.map((option) => (
                <li key={option.code} className="preau-ranking__item">
                  <span className="preau-ranking__label">{labelText(option.label)}</span>
                  <Move
                    id={`${id}-add-${option.code}`}
                    icon="fr-icon-add-line"
                    words={words.rank}
                    option={option}
                    onClick={() => add(option)}
                  />
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <StatusMessage>{said}</StatusMessage>
      </div>
    </QuestionGroup>
  );
}

interface MoveProps {
  readonly id: string;
  readonly icon:
    'fr-icon-arrow-up-line' | 'fr-icon-arrow-down-line' | 'fr-icon-close-line' | 'fr-icon-add-line';
  readonly words: string;
  readonly option: Option;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Move({ id, icon, words: action, option, disabled = false, onClick }: MoveProps) {
  return (
    <Button
      type="button"
      id={id}
      size="small"
      priority="tertiary"
      iconId={icon}
      disabled={disabled}
      onClick={onClick}
    >
      {action}
      <span className="fr-sr-only">{words.of(labelText(option.label))}</span>
    </Button>
  );
}

/** Buttons move with what they move, and some go: the focus follows to the first of these that can take it. */
function useFocusAfter(): (ids: readonly string[]) => void {
  const wanted = useRef<readonly string[]>([]);
  useEffect(() => {
    const target = wanted.current
      .map((id) => document.getElementById(id))
      .find((element) => element instanceof HTMLButtonElement && !element.disabled);
    wanted.current = [];
    target?.focus();
  });
  return (ids) => {
    wanted.current = ids;
  };
}
