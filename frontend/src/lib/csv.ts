// A table as a file that spreadsheets open: comma-separated, with the mark by which they know UTF-8.

const BYTE_ORDER_MARK = '\ufeff';

export function csvOf(rows: readonly (readonly (string | number | null)[])[]): Blob {
  const lines = rows.map((row) => row.map(cellOf).join(','));
  return new Blob([`${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`], {
    type: 'text/csv;charset=utf-8',
  });
}

function cellOf(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  if (value === null) return '';
  // Words that begin like a formula would be run as one.
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
