import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { Spoken } from '../Spoken';
import styles from './Skeleton.module.css';

/** Stands where cards will be. It shows only after 200 ms, so that a quick answer does not flicker. */
export function Skeleton({ cards = 3 }: { cards?: number }) {
  const t = useWords(sharedWords);
  return (
    <div className={styles.skeleton} role="status">
      <Spoken>{t.loading}</Spoken>
      {Array.from({ length: cards }, (_, index) => index).map((index) => (
        <div key={index} className={styles.card} />
      ))}
    </div>
  );
}
