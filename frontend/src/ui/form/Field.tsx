import { type ReactNode, useId } from 'react';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import styles from './field.module.css';

/** What every field has. A form's own `field('name')` gives id, value, onChange and error. */
export interface FieldProps {
  /** Where a list of errors leads to. */
  id?: string | undefined;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Says so beside the label; what is asked for is needed unless it says otherwise. */
  isOptional?: boolean | undefined;
}

/** The attributes by which a control is named, described and marked as wrong. */
export function useFieldControl({ id, hint, error }: FieldProps) {
  const made = useId();
  const own = id ?? made;
  const described = [hint && `${own}-hint`, error && `${own}-error`].filter(Boolean).join(' ');
  return {
    id: own,
    'aria-invalid': error !== undefined,
    'aria-describedby': described || undefined,
  };
}

/** Label, hint, the control itself, and what is wrong with it, in this order. */
export function Field({ id, label, hint, error, isOptional, children }: FieldFrame) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {isOptional && <Optional />}
      </label>
      <FieldHint id={id} hint={hint} />
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

interface FieldFrame extends FieldProps {
  id: string;
  children: ReactNode;
}

/** Several controls under one question. */
export function FieldGroup({ id, label, hint, error, isOptional, children }: FieldFrame) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset id={id} className={styles.field} aria-describedby={described || undefined}>
      <legend className={styles.legend}>
        {label}
        {isOptional && <Optional />}
      </legend>
      <FieldHint id={id} hint={hint} />
      {children}
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

function Optional() {
  const t = useWords(sharedWords);
  return <span className={styles.optional}>{t.optional}</span>;
}

export function FieldHint({ id, hint }: { id: string; hint: ReactNode }) {
  if (!hint) return null;
  return (
    <span id={`${id}-hint`} className={styles.hint}>
      {hint}
    </span>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <span id={`${id}-error`} className={styles.error}>
      {error}
    </span>
  );
}
