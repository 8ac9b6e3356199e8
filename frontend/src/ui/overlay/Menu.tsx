import { ChevronDown, type LucideIcon, MoreHorizontal } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../Button';
import { IconButton } from '../IconButton';
import styles from './Menu.module.css';
import { useFloating } from './useFloating';

export interface MenuItem {
  key: string;
  label: string;
  icon?: LucideIcon;
  isDanger?: boolean;
  onChoose: () => void;
}

interface Props {
  /** The button's words; with `isMore`, the name of the sign with three dots. */
  label: string;
  items: readonly MenuItem[];
  isMore?: boolean;
  variant?: 'primary' | 'secondary' | 'quiet';
}

/** A button with a few things to do behind it; arrows, Home, End, first letters and Escape as usual. */
export function Menu({ label, items, isMore, variant = 'secondary' }: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const close = useCallback(() => setOpen(false), []);
  const place = useFloating(isOpen, opener, panel, close);
  useEffect(() => {
    if (isOpen) panel.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [isOpen]);

  function leave() {
    setOpen(false);
    opener.current?.focus();
  }

  function onKey(event: KeyboardEvent) {
    const all = [...(panel.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = target(event.key, at, all);
    if (to) to.focus();
    else if (event.key === 'Escape') leave();
    else if (event.key === 'Tab') setOpen(false);
    if (to || event.key === 'Escape') event.preventDefault();
    event.stopPropagation();
  }

  const shared = {
    ref: opener,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? id : undefined,
    onClick: () => setOpen(!isOpen),
  };
  return (
    <span className={styles.menu}>
      {isMore ? (
        <IconButton {...shared} icon={MoreHorizontal} label={label} />
      ) : (
        <Button {...shared} variant={variant}>
          {label}
          <ChevronDown aria-hidden="true" className={styles.icon} />
        </Button>
      )}
      {isOpen && (
        <div
          ref={panel}
          id={id}
          role="menu"
          tabIndex={-1}
          aria-label={label}
          className={styles.panel}
          style={place}
          onKeyDown={onKey}
        >
          {items.map(({ key, label: words, icon: Icon, isDanger, onChoose }) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={styles.item}
              data-danger={isDanger}
              onClick={() => {
                leave();
                onChoose();
              }}
            >
              {Icon && <Icon aria-hidden="true" className={styles.icon} />}
              {words}
            </button>
          ))}
        </div>
      )}
    </span>
  );
}

function target(key: string, at: number, all: HTMLElement[]): HTMLElement | undefined {
  const count = all.length;
  if (key === 'ArrowDown') return all[(at + 1) % count];
  if (key === 'ArrowUp') return all[(at - 1 + count) % count];
  if (key === 'Home') return all[0];
  if (key === 'End') return all[count - 1];
  if (key.length !== 1 || key === ' ') return undefined;
  const after = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  return after.find((item) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
}
