import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Membership, Organisation } from '../../../api/types';
import { useFormat } from '../../../i18n/format';
import { useWords } from '../../../i18n/locale';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { Skeleton } from '../../../ui/feedback/Skeleton';
import { showToast } from '../../../ui/feedback/toast';
import { membershipsQuery, organisationQuery, useEndMembership } from './api';
import { BeginMembership } from './BeginMembership';
import styles from './organisation.module.css';
import { organisationWords } from './words';

/** Rows at once: each asks for the name of its organisation. */
const SHOWN = 10;

/** The associations an enterprise belongs to, or the members of an association. */
export function Memberships({ organisation }: { organisation: Organisation }) {
  const t = useWords(organisationWords);
  const format = useFormat();
  const { data, error, refetch } = useQuery(membershipsQuery(organisation.id));
  const [shown, setShown] = useState(SHOWN);
  const [isBeginning, setBeginning] = useState(false);
  const isEnterprise = organisation.kind === 'enterprise';
  const standing = data?.filter(({ until }) => until == null).length ?? 0;
  return (
    <Card>
      <h2>{isEnterprise ? t.memberOf : t.members}</h2>
      {data && !isEnterprise && <p>{t.memberCount(format.number(standing))}</p>}
      {error && <ErrorNote error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton cards={1} />}
      {data?.length === 0 && (
        <p className={styles.note}>{isEnterprise ? t.memberOfNone : t.noMembers}</p>
      )}
      <div className={styles.rows}>
        {data?.slice(0, shown).map((membership) => (
          <One key={membership.id} membership={membership} isEnterprise={isEnterprise} />
        ))}
      </div>
      {data && data.length > shown && (
        <div>
          <Button variant="secondary" onClick={() => setShown(shown + SHOWN)}>
            {t.moreMembers(data.length - shown)}
          </Button>
        </div>
      )}
      {isEnterprise ? (
        <div>
          <Button variant="secondary" onClick={() => setBeginning(true)}>
            {t.beginMembership}
          </Button>
        </div>
      ) : (
        <p className={styles.note}>{t.beginThere}</p>
      )}
      {isBeginning && (
        <BeginMembership enterprise={organisation} onClose={() => setBeginning(false)} />
      )}
    </Card>
  );
}

function One({ membership, isEnterprise }: { membership: Membership; isEnterprise: boolean }) {
  const t = useWords(organisationWords);
  const format = useFormat();
  const end = useEndMembership();
  const other = isEnterprise ? membership.association_id : membership.enterprise_id;
  const { data, isError } = useQuery(organisationQuery(other));
  const name = data?.data.name ?? (isError ? t.elsewhere : t.reading);
  const { since, until } = membership;
  // It ends when the time to think is over; until then nothing has been sent.
  const [isEnding, setEnding] = useState(false);

  function press() {
    setEnding(true);
    showToast({
      text: t.membershipEnds(name),
      onUndo: () => setEnding(false),
      onEnd: () => end.mutate(membership.id, { onSettled: () => setEnding(false) }),
    });
  }

  return (
    <div className={styles.row}>
      <Link to="/organisations/$id" params={{ id: other }}>
        {name}
      </Link>
      <span className={styles.head}>
        {until ? t.from(format.day(since), format.day(until)) : t.since(format.date(since))}
        {!until && !isEnding && (
          <Button variant="quiet" isPending={end.isPending} onClick={press}>
            {t.endMembership}
          </Button>
        )}
      </span>
      {end.error && <ErrorNote error={end.error} />}
    </div>
  );
}
