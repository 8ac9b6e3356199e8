import { CalendarDays } from 'lucide-react';
import { useRef, useState } from 'react';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { IconButton } from '../IconButton';
import { uiWords } from '../words';
import { dayOf } from './day';
import { Field, type FieldProps, useFieldControl } from './Field';
import styles from './field.module.css';

interface Props extends FieldProps {
  /** `2026-11-23`, or empty. */
  value: string;
  onChange: (day: string) => void;
  min?: string;
  max?: string;
  autoComplete?: string;
  /** What is no day yet is a value, too, so that the form can refuse it; else it is none. */
  keepsTyped?: boolean;
}

/**
 * A day, typed in any usual way (2026-11-23, 20261123, 2026.11.23) or chosen in the browser's own
 * calendar. It reads back in words, since 03-04 is easily taken for the fourth of March.
 */
export function DateField({
  value,
  onChange,
  min,
  max,
  autoComplete,
  keepsTyped,
  ...field
}: Props) {
  const t = useWords(uiWords);
  const format = useFormat();
  const picker = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [isLeft, setLeft] = useState(false);
  const day = dayOf(typed);
  const shown = value === '' || day === value ? typed : value;
  const canPick = 'showPicker' in HTMLInputElement.prototype;

  function wrong(): string | undefined {
    if (shown.trim() === '') return undefined;
    if (dayOf(value) === null) return isLeft ? t.notDate : undefined;
    if (min && value < min) return t.dateFrom(format.date(min));
    return max && value > max ? t.dateUntil(format.date(max)) : undefined;
  }

  const error = field.error ?? wrong();
  const hint = dayOf(value) && !error ? format.date(value) : (field.hint ?? t.dateExample);
  const control = useFieldControl({ ...field, hint, error });
  return (
    <Field {...field} id={control.id} hint={hint} error={error}>
      <span className={styles.withButton}>
        <input
          {...control}
          className={styles.input}
          value={shown}
          inputMode="numeric"
          autoComplete={autoComplete ?? 'off'}
          maxLength={12}
          onChange={(event) => {
            setTyped(event.target.value);
            setLeft(false);
            onChange(dayOf(event.target.value) ?? (keepsTyped ? event.target.value : ''));
          }}
          onBlur={() => {
            setLeft(true);
            if (dayOf(value)) setTyped(value);
          }}
        />
        {canPick && (
          <>
            <IconButton
              icon={CalendarDays}
              label={t.openCalendar}
              onClick={() => picker.current?.showPicker()}
            />
            <input
              ref={picker}
              type="date"
              className={styles.picker}
              tabIndex={-1}
              aria-hidden="true"
              value={value}
              min={min}
              max={max}
              onChange={(event) => {
                setTyped(event.target.value);
                onChange(event.target.value);
              }}
            />
          </>
        )}
      </span>
    </Field>
  );
}
