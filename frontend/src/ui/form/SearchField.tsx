import { Search, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useWords } from '../../i18n/locale';
import { IconButton } from '../IconButton';
import { uiWords } from '../words';
import styles from './field.module.css';

interface Props {
  label: string;
  value: string;
  /** With what was typed, on Enter or the button; an empty text clears the search. */
  onSearch: (text: string) => void;
  placeholder?: string;
}

/** Words to look for. What is being typed is its own; only what is sent goes into the address. */
export function SearchField({ label, value, onSearch, placeholder }: Props) {
  const t = useWords(uiWords);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [sent, setSent] = useState(value);
  if (sent !== value) {
    setSent(value);
    setTyped(value);
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is newer than our browser floor.
    <form
      role="search"
      aria-label={label}
      className={styles.withButton}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <input
        ref={input}
        aria-label={label}
        className={styles.input}
        type="text"
        enterKeyHint="search"
        autoComplete="off"
        maxLength={100}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed !== '' && (
        <IconButton
          icon={X}
          label={t.clearSearch}
          onClick={() => {
            setTyped('');
            if (value !== '') onSearch('');
            input.current?.focus();
          }}
        />
      )}
      <IconButton icon={Search} label={label} type="submit" />
    </form>
  );
}
