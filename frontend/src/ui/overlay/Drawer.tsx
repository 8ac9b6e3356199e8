import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useWords } from '../../i18n/locale';
import { useShortcut } from '../../lib/shortcuts';
import { IconButton } from '../IconButton';
import { uiWords } from '../words';
import styles from './Dialog.module.css';

interface Props {
  title: ReactNode;
  onClose: () => void;
  /** To the neighbours in the list; left out at its ends. */
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
  children: ReactNode;
}

const DESK = '(min-width: 960px)';

/**
 * The detail of a row beside its list, which stays in use: J and K, or the arrows, go to the
 * neighbours. On a phone it covers the list. Which row it is stands in the address (`?sel=`).
 */
export function Drawer({ title, onClose, onPrevious, onNext, children }: Props) {
  const t = useWords(uiWords);
  const id = useId();
  const drawer = useRef<HTMLDialogElement>(null);
  const close = useRef<() => void>(undefined);
  close.current = onClose;
  useShortcut('nextDetail', onNext, { within: drawer });
  useShortcut('previousDetail', onPrevious, { within: drawer });

  useLayoutEffect(() => {
    const own = drawer.current;
    const from = document.activeElement;
    if (window.matchMedia?.(DESK).matches) own?.show?.();
    else own?.showModal?.();
    own?.querySelector<HTMLElement>('h2')?.focus();
    // Only a modal one answers Escape by itself.
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && isFront(own)) close.current?.();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      own?.close?.();
      if (from instanceof HTMLElement && from.isConnected) from.focus();
    };
  }, []);

  return (
    <dialog
      ref={drawer}
      className={styles.drawer}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (event.target === drawer.current) onClose();
      }}
    >
      <div className={styles.head}>
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        <div className={styles.tools}>
          {onPrevious && <IconButton icon={ChevronUp} label={t.previousRow} onClick={onPrevious} />}
          {onNext && <IconButton icon={ChevronDown} label={t.nextRow} onClick={onNext} />}
          <IconButton icon={X} label={t.close} onClick={onClose} />
        </div>
      </div>
      <div className={styles.body}>{children}</div>
    </dialog>
  );
}

/** Nothing modal stands before it. */
function isFront(drawer: HTMLDialogElement | null): boolean {
  const modal = document.querySelectorAll('dialog:modal');
  return [...modal].every((dialog) => dialog === drawer);
}
