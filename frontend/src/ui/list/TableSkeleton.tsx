import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { Spoken } from '../Spoken';
import styles from './ListPage.module.css';

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Stands where rows will be, at their height; shows only after 200 ms. */
export function TableSkeleton() {
  const t = useWords(sharedWords);
  return (
    <div className={styles.skeleton} role="status">
      <Spoken>{t.loading}</Spoken>
      {ROWS.map((row) => (
        <div key={row} className={styles.skeletonRow} />
      ))}
    </div>
  );
}
