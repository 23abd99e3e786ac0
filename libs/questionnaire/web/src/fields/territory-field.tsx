import { Input } from '@codegouvfr/react-dsfr/Input';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { levelsOf, type TerritoryAnswer, type TerritoryLevel } from '@preau/questionnaire-domain';
import { faultOf, questionId, type FieldProps } from './field-props';
import { helpOf, QuestionLabel } from './line-field';
import { fieldMessages } from './messages';
import { QuestionGroup } from './question-group';
import type { TerritoryGroup } from './territories';
import { useTerritories } from './use-territories';

const partOf = (value: unknown, key: keyof TerritoryAnswer): string => {
  const part = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : '';
  return typeof part === 'string' ? part : '';
};

/** An académie, a département or an establishment: native lists by region, no combobox. */
export function TerritoryField(props: FieldProps) {
  const levels = levelsOf(props.question);
  const [only] = levels;
  return levels.length === 1 && only !== undefined && only !== 'etablissement' ? (
    <TerritoryList {...props} level={only} label={<QuestionLabel question={props.question} />} />
  ) : (
    <TerritoryByLevel {...props} levels={levels} />
  );
}

function TerritoryByLevel({ levels, ...props }: FieldProps & { readonly levels: readonly TerritoryLevel[] }) {
  const { question, value, onChange, faults } = props;
  const id = questionId(question.code);
  const level =
    levels.find((one) => one === partOf(value, 'level')) ?? (levels.length === 1 ? levels[0] : '');
  return (
    <QuestionGroup question={question} faults={faults}>
      <div className="fr-fieldset__element">
        {levels.length > 1 ? (
          <Select
            label={fieldMessages.level}
            nativeSelectProps={{
              id: `${id}-level`,
              value: level,
              onChange: ({ target }) =>
                onChange(target.value ? { level: target.value, code: '' } : undefined),
            }}
          >
            <option value="">{fieldMessages.chooseInList}</option>
            {levels.map((one) => (
              <option key={one} value={one}>
                {fieldMessages.levels[one]}
              </option>
            ))}
          </Select>
        ) : null}
        {level === 'etablissement' ? (
          <Input
            className="preau-short"
            label={fieldMessages.uai}
            hintText={fieldMessages.uaiHint}
            nativeInputProps={{
              id: `${id}-uai`,
              autoComplete: 'off',
              value: partOf(value, 'code'),
              onChange: ({ target }) =>
                onChange(
                  target.value ? { level, code: target.value.toUpperCase().replace(/\s/g, '') } : undefined,
                ),
            }}
          />
        ) : null}
        {level === 'academie' || level === 'departement' ? (
          <TerritoryList {...props} faults={[]} level={level} label={fieldMessages.levels[level]} isPart />
        ) : null}
      </div>
    </QuestionGroup>
  );
}

interface TerritoryListProps extends FieldProps {
  readonly level: 'academie' | 'departement';
  readonly label: React.ReactNode;
  /** Inside a group that already carries the question, its help and its fault. */
  readonly isPart?: boolean;
}

function TerritoryList({
  question,
  value,
  onChange,
  faults,
  level,
  label,
  isPart = false,
}: TerritoryListProps) {
  const territories = useTerritories();
  const id = questionId(question.code);
  const error = faultOf(id, { question, faults });
  return (
    <Select
      label={label}
      hint={isPart ? undefined : helpOf(question)}
      state={error ? 'error' : 'default'}
      stateRelatedMessage={error}
      nativeSelectProps={{
        id: isPart ? `${id}-code` : id,
        value: territories ? partOf(value, 'code') : '',
        required: question.required,
        'aria-invalid': error ? true : undefined,
        onChange: ({ target }) => onChange(target.value ? { level, code: target.value } : undefined),
      }}
    >
      <option value="">{territories ? fieldMessages.chooseInList : fieldMessages.loadingList}</option>
      {territories?.groups[level].map((group) => (
        <TerritoryOptions key={group.name} group={group} />
      ))}
    </Select>
  );
}

function TerritoryOptions({ group }: { readonly group: TerritoryGroup }) {
  return (
    <optgroup label={group.name}>
      {group.territories.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
