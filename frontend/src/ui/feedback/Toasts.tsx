import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/locale';
import { useShortcut } from '../../lib/shortcuts';
import { Button } from '../Button';
import { IconButton } from '../IconButton';
import { uiWords } from '../words';
import styles from './Toasts.module.css';
import { endToast, type Toast, undoToast } from './toast';

/** Says what was done and offers to take it back. Time stands still while it is pointed at or in focus. */
export default function Toasts({ toasts }: { toasts: readonly Toast[] }) {
  const t = useWords(uiWords);
  const region = useRef<HTMLElement>(null);
  const [isHeld, setHeld] = useState(false);
  const last = toasts.at(-1);

  useEffect(() => {
    // In front of an open dialog, where the browser has a layer for it.
    const own = region.current;
    if (!last || !own?.showPopover) return;
    if (own.matches(':popover-open')) own.hidePopover();
    own.showPopover();
  }, [last]);

  // Where somebody types, it takes back what was typed.
  const undoable = toasts.filter(({ onUndo }) => onUndo).at(-1);
  useShortcut('undo', undoable && (() => undoToast(undoable)));

  return (
    <section
      ref={region}
      popover="manual"
      className={styles.toasts}
      aria-label={t.notices}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toasts.map((toast) => (
        <OneToast key={toast.id} toast={toast} isHeld={isHeld} />
      ))}
    </section>
  );
}

function OneToast({ toast, isHeld }: { toast: Toast; isHeld: boolean }) {
  const t = useWords(uiWords);
  const [left, setLeft] = useState(toast.seconds);
  useEffect(() => {
    if (isHeld) return;
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1000);
    return () => clearInterval(timer);
  }, [isHeld]);
  useEffect(() => {
    if (left <= 0) endToast(toast);
  }, [left, toast]);
  return (
    <div className={styles.toast}>
      <span className={styles.text}>{toast.text}</span>
      {toast.onUndo && (
        <Button variant="secondary" onClick={() => undoToast(toast)}>
          {t.undo}
          {/* The seconds are for the eye; read aloud each second they would only disturb. */}
          <span aria-hidden="true" className={styles.left}>
            {t.seconds(left)}
          </span>
        </Button>
      )}
      <IconButton icon={X} label={t.closeNotice} onClick={() => endToast(toast)} />
    </div>
  );
}
