import { useState } from 'react';
import { useWords } from '../../i18n/locale';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/form/TextField';
import styles from './SearchForm.module.css';
import { positionWords } from './words';

interface Props {
  query: string;
  onSubmit: (query: string) => void;
}

/** The words being typed are the form's own until they are sent; the address then holds them. */
export function SearchForm({ query, onSubmit }: Props) {
  const t = useWords(positionWords);
  const [typed, setTyped] = useState(query);
  const [sent, setSent] = useState(query);
  if (sent !== query) {
    setSent(query);
    setTyped(query);
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is newer than our browser floor.
    <form
      role="search"
      action="/positions"
      className={styles.form}
      aria-label={t.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(typed);
      }}
    >
      <TextField
        name="q"
        type="search"
        label={t.query}
        placeholder={t.queryExample}
        value={typed}
        onChange={setTyped}
        maxLength={100}
        autoComplete="off"
      />
      <Button type="submit">{t.submit}</Button>
    </form>
  );
}
