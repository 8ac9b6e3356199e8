import { Link } from '@tanstack/react-router';
import type { PositionCard } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { Facts } from '../../ui/data/Facts';
import styles from './PositionPage.module.css';
import { termWords } from './terms/words';
import { positionWords } from './words';

/** The other postings of the same work, which lists leave out; what differs stands beside each. */
export function SamePositions({ positions }: { positions: readonly PositionCard[] }) {
  const t = useWords(positionWords);
  const terms = useWords(termWords);
  const format = useFormat();
  return (
    <section className={styles.section} id="same">
      <h2>{terms.same}</h2>
      <p className={styles.assumed}>{terms.sameWhy}</p>
      <ul className={styles.same}>
        {positions.map(({ id, title, pay, published_on }) => (
          <li key={id}>
            <Link to="/positions/$id" params={{ id }}>
              {title}
            </Link>
            <Facts facts={[format.pay(pay), t.published(format.day(published_on))]} />
          </li>
        ))}
      </ul>
    </section>
  );
}
