import { X } from 'lucide-react';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useWords } from '../../i18n/locale';
import { IconButton } from '../IconButton';
import { uiWords } from '../words';
import styles from './Dialog.module.css';

interface Props {
  title: ReactNode;
  /** On Escape, the close button, or after the work is done: the page takes the dialog away. */
  onClose: () => void;
  /** Names the object and the effect: “张** 的推荐将撤回，对方会收到通知。” */
  children: ReactNode;
  /** The buttons, the verb first. A form inside brings its own. */
  actions?: ReactNode;
  isWide?: boolean;
}

/**
 * Asks for one thing before going on. The browser's own dialog keeps the focus inside, the page behind
 * it silent, and gives the focus back. Shown while it is rendered.
 */
export function Dialog({ title, onClose, children, actions, isWide }: Props) {
  const t = useWords(uiWords);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the page takes it away, since only a closed dialog gives the focus back.
  useLayoutEffect(() => {
    const own = dialog.current;
    if (!own?.open) own?.showModal?.();
    // The browser would choose the close button. A form begins at its first field, words at their title.
    const field = own?.querySelector<HTMLElement>('input:not([type=file]), select, textarea');
    (field ?? own?.querySelector<HTMLElement>('h2'))?.focus();
    return () => own?.close?.();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-wide={isWide}
      aria-labelledby={id}
      onCancel={(event) => {
        // React decides whether it is there, not the browser.
        event.preventDefault();
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.head}>
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        <IconButton icon={X} label={t.close} onClick={onClose} />
      </div>
      <div className={styles.body}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </dialog>
  );
}
