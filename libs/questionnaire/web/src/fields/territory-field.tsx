import { Select } from '@codegouvfr/react-dsfr/Select';
import { levelsOf, type TerritoryAnswer, type TerritoryLevel } from '@preau/questionnaire-domain';
import { EstablishmentChooser, TerritorySelect } from '@preau/ui';
import { faultOf, questionId, type FieldProps } from './field-props';
import { helpOf, QuestionLabel } from './line-field';
import { fieldMessages } from './messages';
import { QuestionGroup } from './question-group';

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
          <EstablishmentChooser
            id={id}
            value={partOf(value, 'code')}
            onChange={(code) => onChange({ level, code })}
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
  const id = questionId(question.code);
  return (
    <TerritorySelect
      level={level}
      id={isPart ? `${id}-code` : id}
      label={label}
      hint={isPart ? undefined : helpOf(question)}
      error={faultOf(id, { question, faults })}
      required={question.required}
      value={partOf(value, 'code')}
      onChange={(code) => onChange(code ? { level, code } : undefined)}
    />
  );
}
