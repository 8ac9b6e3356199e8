import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import styles from './Header.module.css';

/** The name, and a call going out: a placeholder until the bureau brings its own mark. */
export function Brand() {
  const t = useWords(sharedWords);
  return (
    <Link to="/" className={styles.brand}>
      <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" />
        <path d="M15.5 10.5a7.8 7.8 0 0 1 0 11" />
        <path d="M20.2 6.6a13.3 13.3 0 0 1 0 18.8" />
        <circle cx="9.5" cy="16" r="3" />
      </svg>
      {t.brand}
    </Link>
  );
}
