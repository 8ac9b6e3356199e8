import { Link } from '@tanstack/react-router';
import type { PositionDetail } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { Facts } from '../../ui/data/Facts';
import { Pill } from '../../ui/data/Pill';
import styles from './PositionPage.module.css';
import { Requirements } from './Requirements';
import { SamePositions } from './SamePositions';
import { termWords } from './terms/words';
import { positionWords } from './words';

interface HeadProps {
  position: PositionDetail;
  /** Inside another page, whose own title stands above it. */
  isInner?: boolean;
}

/** What a position is called, what it pays, where and until when. */
export function PositionHead({ position, isInner }: HeadProps) {
  const Title = isInner ? 'h2' : 'h1';
  const t = useWords(positionWords);
  const terms = useWords(termWords);
  const shared = useWords(sharedWords);
  const format = useFormat();
  const { enterprise_detail: enterprise } = position;
  const assumed = position.pay?.assumed_month;
  return (
    <header className={styles.head}>
      <div className={styles.pills}>
        {position.veteran_preference && <Pill tone="honor">{shared.veteranPreference}</Pill>}
        {enterprise.verified_on && (
          <Pill tone="success">{t.verifiedOn(format.day(enterprise.verified_on))}</Pill>
        )}
      </div>
      <Title>{position.title}</Title>
      <p className={styles.pay}>{format.pay(position.pay)}</p>
      {assumed && (
        <p className={styles.assumed}>
          {terms.assumedMonth(format.pay({ ...assumed, unit: 'month' }), assumed.hundredth_days)}
        </p>
      )}
      <Facts
        facts={[
          enterprise.name,
          position.division.name,
          t.headcount(position.headcount_open),
          t.validUntil(format.day(position.valid_until)),
        ]}
      />
      {position.state === 'paused' && <p className={styles.paused}>{t.paused}</p>}
    </header>
  );
}

/** The work, what it needs, its terms, and who offers it. */
export function PositionBody({ position }: { position: PositionDetail }) {
  const t = useWords(positionWords);
  const shared = useWords(sharedWords);
  const { experience_years_min: years, degree_min: degree } = position;
  const terms = [
    position.shift && shared.shift[position.shift],
    position.housing && shared.housing,
    degree && (degree === 'none' ? shared.degree.none : t.degreeMin(shared.degree[degree])),
    years != null && t.years(years),
  ].filter((term) => typeof term === 'string');
  return (
    <>
      <section className={styles.section}>
        <h2>{t.work}</h2>
        <p className={styles.text}>{position.description}</p>
      </section>
      <section className={styles.section}>
        <h2>{t.requirements}</h2>
        <Requirements requirements={position.requirements} />
      </section>
      {terms.length > 0 && (
        <section className={styles.section}>
          <h2>{t.terms}</h2>
          <ul className={styles.pills}>
            {terms.map((term) => (
              <li key={term}>
                <Pill>{term}</Pill>
              </li>
            ))}
          </ul>
        </section>
      )}
      {position.address && (
        <section className={styles.section}>
          <h2>{t.address}</h2>
          <p>{position.address}</p>
        </section>
      )}
      {position.same.length > 0 && <SamePositions positions={position.same} />}
      <section className={styles.section}>
        <h2>{t.enterprise}</h2>
        <h3>
          <Link to="/enterprises/$id" params={{ id: position.enterprise.id }}>
            {position.enterprise.name}
          </Link>
        </h3>
        <p className={styles.text}>{position.enterprise_detail.description}</p>
      </section>
    </>
  );
}
