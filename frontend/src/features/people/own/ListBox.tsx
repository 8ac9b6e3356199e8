import { useWords } from '../../../i18n/locale';
import type { FieldProps } from '../../../ui/form/Field';
import { ManyBox } from '../../../ui/form/ManyBox';
import { joined, listed } from '../draft';
import { ownWords } from './words';

interface Props extends FieldProps {
  /** The things with the mark between them. */
  value: string;
  onChange: (value: string) => void;
  /** Names that fit what was typed. */
  find: (text: string, signal: AbortSignal) => Promise<readonly string[]>;
  max?: number;
}

/** Several names, chosen from what a dictionary lists or in one's own words. */
export function ListBox({ value, onChange, find, ...field }: Props) {
  const t = useWords(ownWords);
  return (
    <ManyBox
      {...field}
      takesTyped
      values={listed(value).map((name) => ({ value: name, label: name }))}
      onChange={(chosen) => onChange(joined(chosen.map(({ value: name }) => name)))}
      suggest={async (text, signal) => {
        if (text === '') return [];
        const names = await find(text, signal).catch((): string[] => []);
        const known = [...new Set(names)].map((name) => ({ value: name, label: name }));
        if (names.includes(text)) return known;
        return [...known, { value: text, label: text, note: t.asTyped }];
      }}
    />
  );
}
