import { type ReactNode, useCallback, useId, useRef, useState } from 'react';
import { Button } from '../Button';
import styles from './Menu.module.css';
import { useFloating } from './useFloating';

interface Props {
  /** The button's words. */
  label: ReactNode;
  /** What opens; given as a function, it can close itself. */
  children: ReactNode | ((close: () => void) => ReactNode);
  variant?: 'secondary' | 'quiet';
}

/** A few controls or sentences behind a button, without leaving the page. */
export function Popover({ label, children, variant = 'secondary' }: Props) {
  const { opener, panel } = usePanel();
  return (
    <span {...panel.around}>
      <Button {...opener} variant={variant}>
        {label}
      </Button>
      {panel.isOpen && (
        <div {...panel.attributes} className={`${styles.panel} ${styles.note}`}>
          {typeof children === 'function' ? children(panel.close) : children}
        </div>
      )}
    </span>
  );
}

/** A word with its meaning behind it: “稳定就业” and what counts as that. */
export function Explain({ term, children }: { term: ReactNode; children: ReactNode }) {
  const { opener, panel } = usePanel();
  return (
    <span {...panel.around}>
      <button type="button" {...opener} className={styles.explain}>
        {term}
      </button>
      {panel.isOpen && (
        <span {...panel.attributes} className={`${styles.panel} ${styles.note}`}>
          {children}
        </span>
      )}
    </span>
  );
}

/** The panel follows its opener in the page, so that Tab leads into it and on. */
function usePanel() {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  const close = useCallback(() => setOpen(false), []);
  const style = useFloating(isOpen, opener, panel, close);
  return {
    opener: {
      ref: opener,
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? id : undefined,
      onClick: () => setOpen(!isOpen),
    },
    panel: {
      isOpen,
      close: () => {
        close();
        opener.current?.focus();
      },
      around: {
        onKeyDown: (event: React.KeyboardEvent) => {
          if (event.key !== 'Escape' || !isOpen) return;
          event.stopPropagation();
          event.preventDefault();
          close();
          opener.current?.focus();
        },
      },
      attributes: {
        ref: (element: HTMLElement | null) => {
          panel.current = element;
        },
        id,
        style,
      },
    },
  };
}
