import { Field, type FieldProps, useFieldControl } from './Field';
import styles from './field.module.css';

export interface Option<T extends string = string> {
  value: T;
  label: string;
}

interface Props<T extends string> extends FieldProps {
  value: T;
  /** For a form that also works without scripts. */
  name?: string;
  options: ReadonlyArray<Option<T>>;
  onChange: (value: T) => void;
}

/** The browser's own list: light on the first load, and the phone's own wheel for choosing. */
export function Select<T extends string>({ value, name, options, onChange, ...field }: Props<T>) {
  const control = useFieldControl(field);
  return (
    <Field {...field} id={control.id}>
      <select
        {...control}
        name={name}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value as T)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
