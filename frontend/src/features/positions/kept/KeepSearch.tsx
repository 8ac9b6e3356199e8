import { useState } from 'react';
import { newKey } from '../../../api/client';
import { useFormat } from '../../../i18n/format';
import { useWords } from '../../../i18n/locale';
import { sharedWords } from '../../../i18n/words';
import { Button } from '../../../ui/Button';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { showToast } from '../../../ui/feedback/toast';
import type { PositionSearch } from '../search';
import { positionWords } from '../words';
import { useKeepSearch } from './api';

const NAME_MAX = 40;

/** Keeps the search under a name made of its own conditions. Only where there are some. */
export default function KeepSearch({ search }: { search: PositionSearch }) {
  const t = useWords(positionWords);
  const shared = useWords(sharedWords);
  const format = useFormat();
  const keep = useKeepSearch();
  // The same search sent twice is the same request; another one gets its own key.
  const query = new URLSearchParams(
    Object.entries(search).map(([key, value]) => [key, String(value)]),
  ).toString();
  const [key, setKey] = useState({ query, value: newKey() });
  if (key.query !== query) setKey({ query, value: newKey() });
  if (query === '') return null;
  const { q, region, pay_min: pay, degree, shift } = search;
  const said = [
    q,
    region && t.region,
    pay && t.condition.pay_min(format.yuan(pay)),
    degree && shared.degree[degree],
    shift && shared.shift[shift],
  ];
  const name = said.filter(Boolean).join(' ').slice(0, NAME_MAX) || t.allPositions;
  return (
    <div>
      <Button
        variant="quiet"
        isPending={keep.isPending}
        onClick={() =>
          keep.mutate(
            { name, query, key: key.value },
            { onSuccess: () => showToast({ text: t.searchKept }) },
          )
        }
      >
        {t.keepSearch}
      </Button>
      {keep.error && <ErrorNote error={keep.error} />}
    </div>
  );
}
