import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isSeeker, represents, useSession } from '../../api/session';
import type { PositionDetail } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { ApiError } from '../../lib/ApiError';
import { useTitle } from '../../lib/useTitle';
import { BackLink } from '../../ui/BackLink';
import { ButtonLink } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Facts } from '../../ui/data/Facts';
import { Pill } from '../../ui/data/Pill';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { positionQuery, similarToClosed } from './api';
import { ClosedPosition } from './ClosedPosition';
import styles from './PositionPage.module.css';
import { Requirements } from './Requirements';
import { positionWords } from './words';

interface Props {
  id: string;
  /** One line on how the position and the signed-in person fit, and the whole of it. */
  summary: ReactNode;
  explanation: ReactNode;
}

export function PositionPage({ id, summary, explanation }: Props) {
  const t = useWords(positionWords);
  const session = useSession();
  const { data: position, error, refetch } = useQuery(positionQuery(id));
  useTitle(position && `${position.title} · ${position.enterprise.name}`);

  return (
    <div className={styles.page}>
      <BackLink to="/positions">{t.back}</BackLink>
      {!position && !error && <Skeleton cards={2} />}
      {error && !position && <Refused error={error} onRetry={refetch} />}
      {position && (
        <div className={styles.columns}>
          <Card>
            <Head position={position} />
            {isSeeker(session) && summary}
            {represents(session, position.enterprise.id) && (
              <p>
                <ButtonLink to="/positions/$id/matches" params={{ id }}>
                  {t.seeCandidates}
                </ButtonLink>
              </p>
            )}
            <Body position={position} />
          </Card>
          {isSeeker(session) && <div>{explanation}</div>}
          {session && !session.account && <SignInHint id={id} />}
        </div>
      )}
    </div>
  );
}

function Refused({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useWords(positionWords);
  const similar = similarToClosed(error);
  if (similar) return <ClosedPosition similar={similar} />;
  if (!(error instanceof ApiError && error.status === 404)) {
    return <ErrorNote error={error} onRetry={onRetry} />;
  }
  return (
    <Card>
      <h1>{t.missing}</h1>
      <p>{t.missingAdvice}</p>
    </Card>
  );
}

function Head({ position }: { position: PositionDetail }) {
  const t = useWords(positionWords);
  const shared = useWords(sharedWords);
  const format = useFormat();
  const { enterprise_detail: enterprise } = position;
  return (
    <header className={styles.head}>
      <div className={styles.pills}>
        {position.veteran_preference && <Pill tone="honor">{shared.veteranPreference}</Pill>}
        {enterprise.verified_on && (
          <Pill tone="success">{t.verifiedOn(format.day(enterprise.verified_on))}</Pill>
        )}
      </div>
      <h1>{position.title}</h1>
      <p className={styles.pay}>{format.pay(position.pay)}</p>
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

function Body({ position }: { position: PositionDetail }) {
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

function SignInHint({ id }: { id: string }) {
  const t = useWords(positionWords);
  return (
    <Card>
      <p>{t.signIn}</p>
      <p>
        <ButtonLink to="/sign-in" search={{ next: `/positions/${id}` }} variant="secondary">
          {t.signInAction}
        </ButtonLink>{' '}
        <ButtonLink to="/sign-up" variant="quiet">
          {t.signUpAction}
        </ButtonLink>
      </p>
    </Card>
  );
}
