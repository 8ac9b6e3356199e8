import {
  type ChangeEvent,
  type HTMLInputTypeAttribute,
  type InputHTMLAttributes,
  type ReactNode,
  useId,
} from 'react';
import styles from './field.module.css';

interface Props {
  /** Where a list of errors leads to. */
  id?: string;
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  error?: string | undefined;
  type?: HTMLInputTypeAttribute;
  name?: string;
  placeholder?: string;
  autoComplete?: string;
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  maxLength?: number;
  isRequired?: boolean;
  /** More than one line of text. */
  isLong?: boolean;
}

/** A labelled line of text. The browser's own input: it is on every first load, so it stays light. */
export function TextField({ label, value, onChange, hint, error, isRequired, ...rest }: Props) {
  const { id: given, isLong, type, ...input } = rest;
  const made = useId();
  const id = given ?? made;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const field = {
    id,
    className: styles.input,
    value,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange(event.target.value),
    required: isRequired,
    'aria-invalid': error !== undefined,
    'aria-describedby': described || undefined,
  };
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
      {isLong ? (
        <textarea {...input} {...field} rows={2} />
      ) : (
        <input {...input} {...field} type={type} />
      )}
      {error && (
        <span id={`${id}-error`} className={styles.error}>
          {error}
        </span>
      )}
    </div>
  );
}
