import { useQuery } from '@tanstack/react-query';
import type { Station } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { Card } from '../../ui/Card';
import { Details } from '../../ui/data/Details';
import { Empty } from '../../ui/feedback/Empty';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { Select } from '../../ui/form/Select';
import { Page } from '../../ui/Page';
import { stationsQuery } from './api';
import styles from './StationsPage.module.css';
import { stationWords } from './words';

interface Props {
  division: string | undefined;
  onDivision: (division: string | undefined) => void;
}

/** Where somebody helps in person; the place one lives in brings its own station first. */
export function StationsPage({ division, onDivision }: Props) {
  const t = useWords(stationWords);
  const all = useQuery(stationsQuery());
  const { data, error, refetch } = useQuery(stationsQuery(division));
  const places = (all.data ?? []).filter(({ kind }) => kind === 'station');
  useTitle(t.title);
  return (
    <Page title={t.title} lead={t.lead}>
      <Select
        label={t.place}
        value={division ?? ''}
        options={[
          { value: '', label: t.all },
          ...places.map((one) => ({ value: one.division.code, label: one.division.name })),
        ]}
        onChange={(code) => onDivision(code || undefined)}
      />
      {error && !data && <ErrorNote error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton />}
      {data && <p role="status">{t.count(data.length)}</p>}
      {data?.length === 0 && <Empty title={t.none}>{t.noneAdvice}</Empty>}
      {data?.map((station) => (
        <StationCard key={station.id} station={station} />
      ))}
    </Page>
  );
}

function StationCard({ station }: { station: Station }) {
  const t = useWords(stationWords);
  const { name, address, phone, hours } = station;
  return (
    <Card>
      <h2>{name}</h2>
      <Details
        items={[
          {
            label: t.phone,
            value: (
              <a href={`tel:${phone.replaceAll(' ', '')}`} className={styles.phone}>
                {phone}
              </a>
            ),
          },
          { label: t.address, value: address },
          { label: t.hours, value: hours },
        ]}
      />
    </Card>
  );
}
