import { useQuery } from '@tanstack/react-query';
import type { SearchBody } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { ChooseOne } from '../../ui/form/Choices';
import { Select } from '../../ui/form/Select';
import { townshipQuery } from './api';
import styles from './Filters.module.css';
import { degrees, filterCount, type PositionSearch, payEdges, shifts } from './search';
import { positionWords } from './words';

interface Props {
  search: PositionSearch;
  facets: SearchBody['facets'] | undefined;
  onChange: (changed: PositionSearch) => void;
  onDone: () => void;
}

export function Filters({ search, facets, onChange, onDone }: Props) {
  const t = useWords(positionWords);
  const shared = useWords(sharedWords);
  const format = useFormat();
  const regions = useRegions(search, facets);
  const any = { value: '', label: t.any };
  // A facet counts within the search, so once one shift is chosen it says nothing of the others.
  const shiftCount = (shift: string) =>
    search.shift ? undefined : facets?.shift.find(({ code }) => code === shift)?.count;

  return (
    <div className={styles.filters}>
      <Select
        label={t.region}
        value={search.region ?? ''}
        options={[any, ...regions]}
        onChange={(region) => onChange({ ...search, region })}
      />
      <ChooseOne
        legend={t.payMin}
        value={String(search.pay_min ?? '')}
        choices={[
          any,
          ...payEdges.map((fen) => ({ value: String(fen), label: t.payFrom(format.yuan(fen)) })),
        ]}
        onChange={(fen) => onChange({ ...search, pay_min: fen ? Number(fen) : undefined })}
      />
      <Select
        label={t.degree}
        value={search.degree ?? ''}
        options={[any, ...degrees.map((value) => ({ value, label: shared.degree[value] }))]}
        onChange={(degree) => onChange({ ...search, degree: degree as PositionSearch['degree'] })}
      />
      <ChooseOne
        legend={t.shift}
        value={search.shift ?? ''}
        choices={[
          any,
          ...shifts.map((value) => ({
            value,
            label: shared.shift[value],
            count: shiftCount(value),
          })),
        ]}
        onChange={(shift) => onChange({ ...search, shift: shift as PositionSearch['shift'] })}
      />
      <div className={styles.foot}>
        {filterCount(search) > 0 && (
          <Button variant="secondary" onClick={() => onChange({ q: search.q, sort: search.sort })}>
            {t.clear}
          </Button>
        )}
        <span className={styles.done}>
          <Button onClick={onDone}>{t.filtersDone}</Button>
        </span>
      </div>
    </div>
  );
}

/** The home county, its townships, and what other counties the search itself names. */
function useRegions(search: PositionSearch, facets: SearchBody['facets'] | undefined) {
  const shared = useWords(sharedWords);
  const { data: home } = useQuery(townshipQuery(search));
  if (!home) return search.region ? [{ value: search.region, label: search.region }] : [];
  const named = [
    { code: home.county, name: shared.county, count: home.total },
    ...home.townships.filter(({ code }) => code !== home.county),
    ...(facets?.region ?? []).filter(({ code }) => !code.startsWith(home.county)),
  ];
  return named.map(({ code, name, count }) => ({ value: code, label: `${name} (${count})` }));
}
