import { type ReactNode, useState } from 'react';
import { useWords } from '../../i18n/locale';
import { uiWords } from '../words';
import { halfWidth } from './digits';
import type { FieldProps } from './Field';
import { TextField } from './TextField';

interface Props extends FieldProps {
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  unit?: ReactNode;
}

/**
 * A whole number. A line of text with the phone's digits, not the browser's number input: that one
 * changes with the wheel, hides what it cannot read, and reads out steps nobody asked for.
 */
export function NumberField({ value, onChange, min = 0, max, ...field }: Props) {
  const t = useWords(uiWords);
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  // What is given from outside counts, except where it is what was typed here.
  const shown = read(typed) === value ? typed : value === null ? '' : String(value);
  const [isUnreadable, setUnreadable] = useState(false);

  function wrong(): string | undefined {
    if (isUnreadable) return t.notNumber;
    if (value === null) return undefined;
    if (value < min) return t.atLeast(String(min));
    return max !== undefined && value > max ? t.atMost(String(max)) : undefined;
  }

  return (
    <TextField
      {...field}
      value={isUnreadable ? typed : shown}
      onChange={(text) => {
        const number = read(text);
        setTyped(text);
        setUnreadable(number === null && text.trim() !== '');
        onChange(number);
      }}
      error={field.error ?? wrong()}
      inputMode="numeric"
      autoComplete="off"
    />
  );
}

function read(text: string): number | null {
  const digits = halfWidth(text).replace(/[,\s]/g, '');
  return /^-?\d{1,12}$/.test(digits) ? Number(digits) : null;
}
