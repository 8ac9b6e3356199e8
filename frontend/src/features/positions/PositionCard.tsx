import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PositionCard as Position } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { Card } from '../../ui/Card';
import { Facts } from '../../ui/data/Facts';
import { Pill } from '../../ui/data/Pill';
import styles from './PositionCard.module.css';
import { positionWords } from './words';

/** One position in a list. The title is the link, and the whole card its target. */
export function PositionCard({ position, children }: { position: Position; children?: ReactNode }) {
  const t = useWords(positionWords);
  const shared = useWords(sharedWords);
  const format = useFormat();
  return (
    <Card>
      <div className={styles.head}>
        <h3 className={styles.title}>
          <Link to="/positions/$id" params={{ id: position.id }} className={styles.link}>
            {position.title}
          </Link>
        </h3>
        <span className={styles.pay}>{format.pay(position.pay)}</span>
      </div>
      <div className={styles.facts}>
        <Facts
          facts={[
            position.enterprise.name,
            position.division.name,
            t.published(format.day(position.published_on)),
          ]}
        />
      </div>
      <ul className={styles.pills}>
        {position.veteran_preference && (
          <li>
            <Pill tone="honor">{shared.veteranPreference}</Pill>
          </li>
        )}
        {position.shift && (
          <li>
            <Pill>{shared.shift[position.shift]}</Pill>
          </li>
        )}
        {position.housing && (
          <li>
            <Pill>{shared.housing}</Pill>
          </li>
        )}
        <li>
          <Pill>{t.headcount(position.headcount_open)}</Pill>
        </li>
      </ul>
      {position.duplicates > 0 && (
        <Link to="/positions/$id" params={{ id: position.id }} hash="same" className={styles.same}>
          {t.duplicates(position.duplicates)}
        </Link>
      )}
      {children}
    </Card>
  );
}
