import { useId } from 'react';
import styles from './field.module.css';

interface Props<T extends string> {
  /** Where a list of errors leads to. */
  id?: string;
  label: string;
  value: T;
  options: ReadonlyArray<{ value: T; label: string }>;
  onChange: (value: T) => void;
  error?: string | undefined;
}

/** The browser's own list: light on the first load, and the phone's own wheel for choosing. */
export function Select<T extends string>({
  label,
  value,
  options,
  onChange,
  error,
  ...given
}: Props<T>) {
  const made = useId();
  const id = given.id ?? made;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={styles.input}
        aria-invalid={error !== undefined}
        aria-describedby={error && `${id}-error`}
        value={value}
        onChange={(event) => onChange(event.target.value as T)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {error && (
        <span id={`${id}-error`} className={styles.error}>
          {error}
        </span>
      )}
    </div>
  );
}
