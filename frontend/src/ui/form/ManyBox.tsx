import { X } from 'lucide-react';
import { useId, useRef } from 'react';
import { useWords } from '../../i18n/locale';
import { IconButton } from '../IconButton';
import { uiWords } from '../words';
import { ComboBox, type Suggestion } from './ComboBox';
import styles from './ComboBox.module.css';
import type { FieldProps } from './Field';

interface Props extends FieldProps {
  values: readonly Suggestion[];
  onChange: (values: Suggestion[]) => void;
  suggest: (text: string, signal: AbortSignal) => Promise<readonly Suggestion[]>;
  placeholder?: string;
  max?: number;
  /** What was typed and not chosen becomes a choice too. */
  takesTyped?: boolean;
}

/** Some of very many: each choice becomes a chip that can be taken out, and the field is free again. */
export function ManyBox(props: Props) {
  const { values, onChange, suggest, placeholder, max = 20, takesTyped, ...field } = props;
  const t = useWords(uiWords);
  const made = useId();
  const id = field.id ?? made;
  const chips = useRef<HTMLUListElement>(null);
  const has = (one: Suggestion) =>
    values.some(({ value, label }) => value === one.value && label === one.label);
  const add = (one: Suggestion) => {
    if (!has(one) && values.length < max) onChange([...values, one]);
  };
  return (
    <div className={styles.many}>
      <ComboBox
        {...field}
        id={id}
        value={null}
        placeholder={placeholder}
        suggest={suggest}
        onChange={(chosen) => chosen && add(chosen)}
        {...(takesTyped && { onLeft: (text: string) => add({ value: text, label: text }) })}
      />
      {values.length > 0 && (
        <ul ref={chips} className={styles.chosen}>
          {values.map((one) => (
            <li key={`${one.value} ${one.label}`} className={styles.chip}>
              {one.label}
              <IconButton
                icon={X}
                label={t.remove(one.label)}
                onClick={() => {
                  onChange(values.filter((other) => other !== one));
                  document.getElementById(id)?.focus();
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
