import { useId } from 'react';
import type { Choice } from '../form/Choices';
import styles from '../form/field.module.css';
import { Spoken } from '../Spoken';

interface Props<T extends string> {
  /** What is chosen here, for those who hear the page. */
  label: string;
  value: T;
  choices: readonly Choice<T>[];
  onChange: (value: T) => void;
}

/** A filter always in sight: one of a few, with how many each holds. */
export function Chips<T extends string>({ label, value, choices, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend>
        <Spoken>{label}</Spoken>
      </legend>
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
    </fieldset>
  );
}
