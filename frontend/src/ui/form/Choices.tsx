import { useId } from 'react';
import styles from './field.module.css';

export interface Choice<T extends string> {
  value: T;
  label: string;
  count?: number | undefined;
}

interface GroupProps<T extends string> {
  legend: string;
  choices: ReadonlyArray<Choice<T>>;
  id?: string;
  error?: string | undefined;
}

interface OneProps<T extends string> extends GroupProps<T> {
  value: T;
  onChange: (value: T) => void;
}

/** One of a few, as chips. The browser's own radio buttons carry the keyboard and the names. */
export function ChooseOne<T extends string>({
  legend,
  choices,
  id,
  error,
  value,
  onChange,
}: OneProps<T>) {
  const name = useId();
  return (
    <fieldset id={id} aria-describedby={error && `${name}-error`}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice} data-chosen={choice.value === value}>
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.label}
            {choice.count !== undefined && <span className={styles.count}>{choice.count}</span>}
          </label>
        ))}
      </div>
      {error && (
        <span id={`${name}-error`} className={styles.error}>
          {error}
        </span>
      )}
    </fieldset>
  );
}

interface ManyProps<T extends string> extends GroupProps<T> {
  values: ReadonlyArray<T>;
  onChange: (values: T[]) => void;
}

/** Any of a few, as chips. */
export function ChooseMany<T extends string>({
  legend,
  choices,
  id,
  values,
  onChange,
}: ManyProps<T>) {
  return (
    <fieldset id={id}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={styles.choice}
            data-chosen={values.includes(choice.value)}
          >
            <input
              type="checkbox"
              checked={values.includes(choice.value)}
              onChange={(event) =>
                onChange(
                  event.target.checked
                    ? [...values, choice.value]
                    : values.filter((value) => value !== choice.value),
                )
              }
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
