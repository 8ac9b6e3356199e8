import type { ChangeEvent, HTMLInputTypeAttribute, InputHTMLAttributes, ReactNode } from 'react';
import { Field, type FieldProps, useFieldControl } from './Field';
import styles from './field.module.css';

interface Props extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  type?: HTMLInputTypeAttribute;
  name?: string;
  placeholder?: string;
  autoComplete?: string;
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  maxLength?: number;
  isRequired?: boolean;
  /** More than one line of text; where its length matters, use TextArea. */
  isLong?: boolean;
  /** What stands after the number, such as its unit. */
  unit?: ReactNode;
  onBlur?: () => void;
}

/** A labelled line of text. The browser's own input: it is on every first load, so it stays light. */
export function TextField(props: Props) {
  const { label, value, onChange, hint, error, isOptional, isRequired, isLong, unit, ...rest } =
    props;
  const { type, ...input } = rest;
  const control = useFieldControl(props);
  const field = {
    ...control,
    className: styles.input,
    value,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange(event.target.value),
    required: isRequired,
  };
  const line = isLong ? (
    <textarea {...input} {...field} rows={2} />
  ) : (
    <input {...input} {...field} type={type} />
  );
  return (
    <Field id={control.id} label={label} hint={hint} error={error} isOptional={isOptional}>
      {unit ? (
        <span className={styles.withUnit}>
          {line}
          <span className={styles.unit}>{unit}</span>
        </span>
      ) : (
        line
      )}
    </Field>
  );
}
