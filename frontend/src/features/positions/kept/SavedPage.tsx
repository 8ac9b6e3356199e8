import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MarkedPosition } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { useTitle } from '../../../i18n/useTitle';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Pill } from '../../../ui/data/Pill';
import { Empty } from '../../../ui/feedback/Empty';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { Skeleton } from '../../../ui/feedback/Skeleton';
import { showToast } from '../../../ui/feedback/toast';
import { Page } from '../../../ui/Page';
import { PositionCard } from '../PositionCard';
import { readSearch } from '../search';
import { positionWords } from '../words';
import { dismissedQuery, savedQuery, searchesQuery, useDropSearch, useMark } from './api';
import styles from './SavedPage.module.css';

/** What a seeker keeps: positions, searches, and what was put away. */
export function SavedPage() {
  const t = useWords(positionWords);
  const saved = useQuery(savedQuery);
  const dismissed = useQuery(dismissedQuery);
  useTitle(t.savedTitle);
  return (
    <Page title={t.savedTitle}>
      {saved.error && !saved.data && <ErrorNote error={saved.error} onRetry={saved.refetch} />}
      {saved.isPending && <Skeleton />}
      {saved.data?.length === 0 && <Empty title={t.noSaved}>{t.noSavedAdvice}</Empty>}
      {saved.data && saved.data.length > 0 && <h2>{t.savedPositions}</h2>}
      {saved.data?.map((marked) => (
        <Kept key={marked.position.id} marked={marked} kind="saved" />
      ))}
      <Searches />
      <h2>{t.dismissed}</h2>
      {dismissed.error && <ErrorNote error={dismissed.error} onRetry={dismissed.refetch} />}
      {dismissed.data?.length === 0 && <p>{t.noDismissed}</p>}
      {dismissed.data?.map((marked) => (
        <Kept key={marked.position.id} marked={marked} kind="dismissed" />
      ))}
    </Page>
  );
}

function Kept({ marked, kind }: { marked: MarkedPosition; kind: 'saved' | 'dismissed' }) {
  const t = useWords(positionWords);
  const { position, reason, is_open: isOpen } = marked;
  const mark = useMark(position.id);
  const isSaved = kind === 'saved';

  function takeOff() {
    mark.mutate({ kind, isOn: false });
    const again = isSaved
      ? ({ kind: 'saved', isOn: true } as const)
      : ({ kind: 'dismissed', isOn: true, reason: reason ?? 'other' } as const);
    showToast({
      text: isSaved ? t.unsavedSaid : t.restored,
      onUndo: () => mark.mutate(again),
    });
  }

  return (
    <PositionCard position={position}>
      <div className={styles.row}>
        {!isOpen && <Pill tone="warn">{t.closedNow}</Pill>}
        {reason && <Pill>{t.reason[reason]}</Pill>}
        <Button variant="quiet" onClick={takeOff}>
          {isSaved ? t.unsave : t.restore}
        </Button>
      </div>
    </PositionCard>
  );
}

function Searches() {
  const t = useWords(positionWords);
  const { data, error, refetch } = useQuery(searchesQuery);
  const drop = useDropSearch();
  return (
    <>
      <h2>{t.searches}</h2>
      {error && !data && <ErrorNote error={error} onRetry={refetch} />}
      {data?.length === 0 && <p>{t.noSearches}</p>}
      {data && data.length > 0 && (
        <Card>
          <ul>
            {data.map(({ id, name, query }) => (
              <li key={id} className={styles.row}>
                <Link
                  to="/positions"
                  search={readSearch(Object.fromEntries(new URLSearchParams(query)))}
                  className={styles.link}
                >
                  {name}
                </Link>
                <Button variant="quiet" onClick={() => drop.mutate(id)}>
                  {t.dropSearch(name)}
                </Button>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
