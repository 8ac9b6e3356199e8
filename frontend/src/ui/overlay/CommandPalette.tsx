import { type KeyboardEvent, useId, useState } from 'react';
import { useWords } from '../../i18n/locale';
import fieldStyles from '../form/field.module.css';
import { useSuggestions } from '../form/useSuggestions';
import { uiWords } from '../words';
import styles from './CommandPalette.module.css';
import { Dialog } from './Dialog';

export interface Command {
  key: string;
  label: string;
  /** What else somebody may type for it, such as pinyin or the English word. */
  words?: string;
  note?: string;
  onRun: () => void;
}

interface Props {
  commands: readonly Command[];
  /** Finds people, enterprises or numbers by what was typed. */
  find?: (text: string, signal: AbortSignal) => Promise<readonly Command[]>;
  onClose: () => void;
}

/** Go somewhere, find somebody, do something: by typing. For staff, on Ctrl+K. */
export default function CommandPalette({ commands, find, onClose }: Props) {
  const t = useWords(uiWords);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { found, isBusy, look } = useSuggestions<Command>(async (text, signal) =>
    text && find ? find(text, signal) : [],
  );
  const needle = typed.trim().toLowerCase();
  const fitting = commands.filter(({ label, words = '' }) =>
    `${label} ${words}`.toLowerCase().includes(needle),
  );
  const all = [...fitting, ...found];

  function run(command: Command) {
    onClose();
    command.onRun();
  }

  function onKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = all[at];
    if (step) setAt((at + step + all.length) % Math.max(1, all.length));
    else if (event.key === 'Enter' && chosen) run(chosen);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog title={t.palette} onClose={onClose}>
      <input
        className={fieldStyles.input}
        role="combobox"
        aria-label={t.palette}
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={all[at] ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={t.paletteHint}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          look(event.target.value);
        }}
        onKeyDown={onKey}
      />
      <div id={id} role="listbox" aria-label={t.palette} aria-busy={isBusy} className={styles.list}>
        {all.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus.
          <div
            key={command.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={styles.option}
            ref={(line) => {
              if (index === at) line?.scrollIntoView?.({ block: 'nearest' });
            }}
            onClick={() => run(command)}
          >
            <span>{command.label}</span>
            {command.note && <span className={styles.note}>{command.note}</span>}
          </div>
        ))}
      </div>
      <p role="status" className={styles.note}>
        {all.length === 0 && (isBusy ? t.looking : t.nothingFound)}
      </p>
    </Dialog>
  );
}
