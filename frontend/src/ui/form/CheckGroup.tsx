import { type ReactNode, useId } from 'react';
import { FieldGroup, type FieldProps } from './Field';
import styles from './field.module.css';

export interface Answer<T extends string> {
  value: T;
  label: string;
  hint?: ReactNode;
}

interface ManyProps<T extends string> extends FieldProps {
  values: ReadonlyArray<T>;
  options: ReadonlyArray<Answer<T>>;
  onChange: (values: T[]) => void;
}

/** Any of several, one below the other, where each needs a sentence. Short words: ChooseMany. */
export function CheckGroup<T extends string>(props: ManyProps<T>) {
  const { values, options, onChange, ...field } = props;
  const made = useId();
  const id = field.id ?? made;
  return (
    <FieldGroup {...field} id={id}>
      {options.map((option) => (
        <AnswerLine
          key={option.value}
          type="checkbox"
          option={option}
          isChosen={values.includes(option.value)}
          onChange={(isChosen) => {
            const others = values.filter((value) => value !== option.value);
            onChange(isChosen ? [...others, option.value] : others);
          }}
        />
      ))}
    </FieldGroup>
  );
}

interface OneProps<T extends string> extends FieldProps {
  value: T;
  options: ReadonlyArray<Answer<T>>;
  onChange: (value: T) => void;
}

/** One of several, one below the other. Short words: ChooseOne. */
export function RadioGroup<T extends string>(props: OneProps<T>) {
  const { value, options, onChange, ...field } = props;
  const made = useId();
  const id = field.id ?? made;
  return (
    <FieldGroup {...field} id={id}>
      {options.map((option) => (
        <AnswerLine
          key={option.value}
          type="radio"
          name={made}
          option={option}
          isChosen={value === option.value}
          onChange={() => onChange(option.value)}
        />
      ))}
    </FieldGroup>
  );
}

interface LineProps<T extends string> {
  type: 'checkbox' | 'radio';
  name?: string;
  option: Answer<T>;
  isChosen: boolean;
  onChange: (isChosen: boolean) => void;
}

function AnswerLine<T extends string>({ type, name, option, isChosen, onChange }: LineProps<T>) {
  const id = useId();
  return (
    <label className={styles.check}>
      <input
        type={type}
        name={name}
        checked={isChosen}
        aria-labelledby={`${id}-label`}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        <span id={`${id}-label`}>{option.label}</span>
        {option.hint && (
          <span id={`${id}-hint`} className={styles.hint}>
            {option.hint}
          </span>
        )}
      </span>
    </label>
  );
}
