import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { Button } from '../Button';
import styles from './Pagination.module.css';

interface Props {
  /** The place in the list the address holds; nothing is its beginning. */
  after: string | undefined;
  /** Where the next page begins; `null` at the end, nothing while that is not known. */
  next: string | null | undefined;
  onPage: (after: string | undefined) => void;
}

/** Onward and back to the beginning. There are no page numbers: the list changes while it is read. */
export function Pagination({ after, next, onPage }: Props) {
  const t = useWords(sharedWords);
  if (!after && !next) return null;
  return (
    <nav className={styles.pages} aria-label={t.pages}>
      {after && (
        <Button variant="secondary" onClick={() => onPage(undefined)}>
          {t.firstPage}
        </Button>
      )}
      {next && (
        <Button variant="secondary" onClick={() => onPage(next)}>
          {t.nextPage}
        </Button>
      )}
      {next === null && <p>{t.lastPage}</p>}
    </nav>
  );
}
