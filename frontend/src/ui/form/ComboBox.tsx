import { X } from 'lucide-react';
import { type KeyboardEvent, useCallback, useId, useRef, useState } from 'react';
import { useWords } from '../../i18n/locale';
import { IconButton } from '../IconButton';
import { useFloating } from '../overlay/useFloating';
import { Spoken } from '../Spoken';
import { uiWords } from '../words';
import styles from './ComboBox.module.css';
import { Field, type FieldProps, useFieldControl } from './Field';
import fieldStyles from './field.module.css';
import { useSuggestions } from './useSuggestions';

export interface Suggestion {
  value: string;
  label: string;
  /** What tells it from others of the same name: a code, a place. */
  note?: string;
}

interface Props extends FieldProps {
  value: Suggestion | null;
  onChange: (value: Suggestion | null) => void;
  /** Looks for what fits; with an empty text, what is usual. Give up when the signal says so. */
  suggest: (text: string, signal: AbortSignal) => Promise<readonly Suggestion[]>;
  placeholder?: string;
  maxLength?: number | undefined;
  /** What was typed may stand by itself; its value is then empty. Enter takes only what arrows chose. */
  allowsFree?: boolean;
  /** Takes what was typed and not chosen, when the field is left or Enter is pressed; it is gone otherwise. */
  onLeft?: (text: string) => void;
}

/**
 * One of very many: an occupation, a place, a person. Typing looks for it; arrows choose, Enter takes it.
 * While a Chinese word is being composed, nothing is looked for and Enter belongs to the keyboard.
 */
export function ComboBox(props: Props) {
  const { value, onChange, suggest, placeholder, maxLength, allowsFree, onLeft, ...field } = props;
  const t = useWords(uiWords);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(value?.label ?? '');
  const [shownFor, setShownFor] = useState(value);
  const [isOpen, setOpen] = useState(false);
  // Before the first stands what was typed, where that is a choice too.
  const first = allowsFree ? -1 : 0;
  const [at, setAt] = useState(first);
  const { found, isBusy, look } = useSuggestions(suggest);
  // Who may write anything need not read that nothing is known, nor have it over the next field.
  const isShown = isOpen && (!allowsFree || found.length > 0);
  const control = useFieldControl(field);
  const close = useCallback(() => setOpen(false), []);
  const place = useFloating(isShown, input, list, close);
  if (shownFor !== value) {
    setShownFor(value);
    setTyped(value?.label ?? '');
  }

  function type(text: string) {
    setTyped(text);
    setAt(first);
    setOpen(true);
    look(text);
    // What was chosen before is not what stands here now.
    const free = allowsFree && text.trim() !== '' ? { value: '', label: text } : null;
    if (value || allowsFree) take(free);
  }

  function take(chosen: Suggestion | null) {
    setShownFor(chosen);
    onChange(chosen);
  }

  function choose(chosen: Suggestion) {
    setTyped(chosen.label);
    setOpen(false);
    take(chosen);
  }

  function leave() {
    setOpen(false);
    const pending = typed.trim();
    if (onLeft && !value && pending !== '') onLeft(pending);
    // Half a word chooses nothing, and must not look as if it did.
    if (!allowsFree) setTyped(value?.label ?? '');
  }

  function onKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = found[at];
    if (step && !isOpen) {
      setOpen(true);
      look(typed);
    } else if (step) {
      const choices = Math.max(1, found.length - first);
      setAt(((at + step - first + choices) % choices) + first);
    } else if (event.key === 'Enter' && isOpen && chosen) choose(chosen);
    else if (event.key === 'Enter' && onLeft && typed.trim() !== '') leave();
    else if (event.key === 'Escape' && isOpen) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const said = isBusy ? t.looking : found.length === 0 ? t.nothingFound : t.found(found.length);
  return (
    <Field {...field} id={control.id}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus is gone. */}
      <span
        className={fieldStyles.withButton}
        // Its own button is a part of it.
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) leave();
        }}
      >
        <input
          {...control}
          ref={input}
          className={fieldStyles.input}
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls={isShown ? listId : undefined}
          aria-activedescendant={isShown && found[at] ? `${listId}-${at}` : undefined}
          placeholder={placeholder}
          maxLength={maxLength}
          value={typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKey}
          onClick={() => {
            setOpen(true);
            look(typed);
          }}
        />
        {typed !== '' && (
          <IconButton
            icon={X}
            label={t.clear}
            onClick={() => {
              type('');
              setOpen(false);
              input.current?.focus();
            }}
          />
        )}
      </span>
      <span role="status">
        <Spoken>{isShown && said}</Spoken>
      </span>
      {isShown && (
        <div
          ref={list}
          className={styles.panel}
          style={{ ...place, width: input.current?.offsetWidth }}
        >
          {found.length === 0 ? (
            <p className={styles.note}>{said}</p>
          ) : (
            <div id={listId} role="listbox" aria-label={t.suggestions} aria-busy={isBusy}>
              {found.map((one, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus.
                <div
                  key={`${one.value} ${one.label}`}
                  id={`${listId}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  className={styles.option}
                  ref={(line) => {
                    if (index === at) line?.scrollIntoView?.({ block: 'nearest' });
                  }}
                  // Before the input loses the focus, which would close the list.
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => choose(one)}
                >
                  <span>{one.label}</span>
                  {one.note && <span className={styles.noteOf}>{one.note}</span>}
                </div>
              ))}
            </div>
          )}
        </div>
      )}
    </Field>
  );
}
