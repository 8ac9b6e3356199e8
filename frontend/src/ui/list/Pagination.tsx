import { useWords } from '../../i18n/locale';
import { Button } from '../Button';
import { uiWords } from '../words';
import styles from './ListPage.module.css';

interface Props {
  /** The place in the list the address holds; nothing is its beginning. */
  after: string | undefined;
  /** Where the next page begins; nothing at the end. */
  next: string | null | undefined;
  onPage: (after: string | undefined) => void;
}

/** Onward and back to the beginning. There are no page numbers: the list changes while it is read. */
export function Pagination({ after, next, onPage }: Props) {
  const t = useWords(uiWords);
  if (!after && !next) return null;
  return (
    <nav className={styles.pages} aria-label={t.pages}>
      {after && (
        <Button variant="secondary" onClick={() => onPage(undefined)}>
          {t.firstPage}
        </Button>
      )}
      {next ? (
        <Button variant="secondary" onClick={() => onPage(next)}>
          {t.nextPage}
        </Button>
      ) : (
        <p>{t.lastPage}</p>
      )}
    </nav>
  );
}
