import { useState } from 'react';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { uiWords } from '../words';
import type { FieldProps } from './Field';
import { fenOf, yuanOf } from './money';
import { TextField } from './TextField';

interface Props extends FieldProps {
  /** Fen, always whole. */
  value: number | null;
  onChange: (fen: number | null) => void;
  minFen?: number;
  maxFen?: number;
}

/** An amount: yuan are typed, whole fen come out. */
export function MoneyField({ value, onChange, minFen = 0, maxFen, ...field }: Props) {
  const t = useWords(uiWords);
  const format = useFormat();
  const [typed, setTyped] = useState(value === null ? '' : yuanOf(value));
  const [isUnreadable, setUnreadable] = useState(false);
  const shown =
    isUnreadable || fenOf(typed) === value ? typed : value === null ? '' : yuanOf(value);

  function wrong(): string | undefined {
    if (isUnreadable) return t.notMoney;
    if (value === null) return undefined;
    if (value < minFen) return t.atLeast(format.yuan(minFen));
    return maxFen !== undefined && value > maxFen ? t.atMost(format.yuan(maxFen)) : undefined;
  }

  return (
    <TextField
      {...field}
      unit={t.yuan}
      value={shown}
      onChange={(text) => {
        const fen = fenOf(text);
        setTyped(text);
        setUnreadable(fen === null && text.trim() !== '');
        onChange(fen);
      }}
      // Once the field is left, the amount stands as it will be read.
      onBlur={() => value !== null && !isUnreadable && setTyped(format.yuan(value))}
      error={field.error ?? wrong()}
      inputMode="decimal"
      autoComplete="off"
    />
  );
}
