import { Trash2 } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useWords } from '../../i18n/locale';
import { Button } from '../Button';
import { IconButton } from '../IconButton';
import { uiWords } from '../words';
import styles from './Form.module.css';

interface Props<T> {
  items: readonly T[];
  keyOf: (item: T, index: number) => string;
  /** What an item is called: “第 1 段经历”. */
  titleOf: (item: T, index: number) => string;
  /** The fields of one item. */
  children: (item: T, index: number, change: (changed: Partial<T>) => void) => ReactNode;
  onChange: (items: T[]) => void;
  /** A new, empty item. */
  fresh: () => T;
  /** The verb of the button, with what is added. */
  add: string;
  max?: number;
}

/** The same questions for each of several things: add one, take one out. */
export function Repeater<T>(props: Props<T>) {
  const { items, keyOf, titleOf, children, onChange, fresh, add, max = 50 } = props;
  const t = useWords(uiWords);
  const list = useRef<HTMLDivElement>(null);

  function addOne() {
    onChange([...items, fresh()]);
    // The new item's first field is where one goes on.
    requestAnimationFrame(() => {
      const parts = list.current?.querySelectorAll('fieldset[data-item]');
      parts?.[parts.length - 1]
        ?.querySelector<HTMLElement>('input, select, textarea, [role=combobox]')
        ?.focus();
    });
  }

  function remove(index: number) {
    onChange(items.filter((_, at) => at !== index));
    list.current?.querySelector<HTMLElement>(':scope > button')?.focus();
  }

  return (
    <div ref={list} className={styles.repeater}>
      {items.map((item, index) => {
        const title = titleOf(item, index);
        const change = (changed: Partial<T>) =>
          onChange(items.map((one, at) => (at === index ? { ...one, ...changed } : one)));
        return (
          <fieldset key={keyOf(item, index)} data-item className={styles.item} aria-label={title}>
            <div className={styles.itemHead}>
              {title}
              <IconButton icon={Trash2} label={t.remove(title)} onClick={() => remove(index)} />
            </div>
            {children(item, index, change)}
          </fieldset>
        );
      })}
      {items.length < max && (
        <Button variant="secondary" onClick={addOne}>
          {add}
        </Button>
      )}
    </div>
  );
}
