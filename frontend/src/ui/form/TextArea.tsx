import { useId } from 'react';
import { useWords } from '../../i18n/locale';
import { uiWords } from '../words';
import { Field, type FieldProps, useFieldControl } from './Field';
import styles from './field.module.css';

interface Props extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** How many characters the server takes; the count stands below, and too many are said, not cut. */
  maxLength?: number;
  rows?: number;
  placeholder?: string;
}

/** Text of several lines, growing with what is written. */
export function TextArea({ value, onChange, maxLength, rows = 3, placeholder, ...field }: Props) {
  const t = useWords(uiWords);
  const countId = useId();
  // As the server counts: characters, not the two units some of them take here.
  const length = [...value].length;
  const left = maxLength === undefined ? undefined : maxLength - length;
  const over = left !== undefined && left < 0 ? t.tooLong(-left) : undefined;
  const error = field.error ?? over;
  const control = useFieldControl({ ...field, error });
  const described = [control['aria-describedby'], left !== undefined && countId];
  return (
    <Field {...field} id={control.id} error={error}>
      <textarea
        {...control}
        aria-describedby={described.filter(Boolean).join(' ') || undefined}
        className={styles.input}
        rows={rows}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {left !== undefined && (
        <span id={countId} className={styles.tally}>
          {t.characters(length, maxLength ?? 0)}
        </span>
      )}
    </Field>
  );
}
