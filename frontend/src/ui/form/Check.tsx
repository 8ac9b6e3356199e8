import { type ReactNode, useId } from 'react';
import styles from './field.module.css';

interface Props {
  id?: string;
  label: string;
  hint: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** One thing to agree to, with what it means; the whole of it can be pressed. */
export function Check({ id: given, label, hint, checked, onChange }: Props) {
  const id = useId();
  return (
    <label className={styles.check}>
      <input
        id={given}
        type="checkbox"
        checked={checked}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        <strong id={`${id}-label`}>{label}</strong>
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      </span>
    </label>
  );
}
