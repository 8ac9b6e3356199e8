import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../i18n/format';
import { useWords } from '../../../i18n/locale';
import { Card } from '../../../ui/Card';
import { Facts } from '../../../ui/data/Facts';
import { copiesQuery } from './api';
import styles from './DeskPage.module.css';
import { deskWords } from './words';

/** Positions that different enterprises posted in practically the same words; nothing where there are none. */
export function Copies() {
  const t = useWords(deskWords);
  const format = useFormat();
  const { data = [] } = useQuery(copiesQuery);
  if (data.length === 0) return null;
  return (
    <section className={styles.copies} aria-labelledby="copies">
      <h2 id="copies">{t.copies}</h2>
      <p className={styles.note}>{t.copiesWhat}</p>
      {data.map(({ positions }) => (
        <Card key={positions[0]?.id}>
          <ul className={styles.words}>
            {positions.map((one) => (
              <li key={one.id}>
                <Link to="/positions/$id" params={{ id: one.id }}>
                  {one.title}
                </Link>{' '}
                <Link to="/organisations/$id" params={{ id: one.enterprise_id }}>
                  {one.enterprise_name}
                </Link>
                <Facts
                  facts={[
                    one.division.name,
                    format.pay(one.pay),
                    t.publishedOn(format.day(one.published_on)),
                  ]}
                />
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </section>
  );
}
