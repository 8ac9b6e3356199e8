import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, ok } from '../../api/client';
import { download } from '../../api/download';
import { eventOf } from './events';
import type { JournalSearch } from './search';

const PAGE_SIZE = 50;
const DAY_MS = 86_400_000;

/** The office's midnight at which a day begins. */
function beginOf(day: string, later = 0): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + later).toISOString();
}

const isDay = (text: string | undefined): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '');

function filterOf({ subject, account, from, to, event: named }: JournalSearch) {
  const event = eventOf(named);
  return {
    ...(subject && { subject }),
    ...(event && { event }),
    ...(account && { account }),
    ...(isDay(from) && { from: beginOf(from) }),
    // The last day is meant whole.
    ...(isDay(to) && { to: beginOf(to, DAY_MS) }),
  };
}

export const journalQuery = (search: JournalSearch) =>
  queryOptions({
    queryKey: ['journal', search],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const { after } = search;
      const query = { ...filterOf(search), limit: PAGE_SIZE, ...(after && { cursor: after }) };
      return ok(api.GET('/api/journal', { params: { query }, signal }));
    },
  });

export function exportJournal(search: JournalSearch, name: string) {
  const params = { query: filterOf(search) };
  return download(api.GET('/api/journal/export', { params, parseAs: 'blob' }), name);
}
