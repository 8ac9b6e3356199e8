import { useRef, useSyncExternalStore } from 'react';
import { useWords } from '../../i18n/locale';
import { Pill } from '../../ui/data/Pill';
import { appWords } from '../words';
import styles from './KioskShell.module.css';
import { type ShellProps, useFocusOnArrival } from './Shell';

/** One page alone on its screen, at a gate or on a wall: no way out by mistake, and whether it is online. */
export default function KioskShell({ children }: ShellProps) {
  const t = useWords(appWords);
  const main = useRef<HTMLElement>(null);
  const isOnline = useSyncExternalStore(onConnection, () => navigator.onLine);
  useFocusOnArrival(main);
  return (
    <div className={styles.shell}>
      <header className={styles.state} data-shell>
        <div role="status">
          <Pill tone={isOnline ? 'success' : 'warn'}>{isOnline ? t.online : t.offline}</Pill>
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  );
}

function onConnection(changed: () => void) {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
