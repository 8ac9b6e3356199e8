import { ComboBox, type Suggestion } from './ComboBox';
import type { FieldProps } from './Field';

interface Props extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** Names that fit what was typed. */
  suggest: (text: string, signal: AbortSignal) => Promise<readonly Suggestion[]>;
  maxLength?: number;
}

/** A line of text that offers known names; what is typed stands as it is. */
export function SuggestField({ value, onChange, ...field }: Props) {
  return (
    <ComboBox
      {...field}
      allowsFree
      value={value === '' ? null : { value, label: value }}
      onChange={(chosen) => onChange(chosen?.label ?? '')}
    />
  );
}
