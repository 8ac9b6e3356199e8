import type { ImportReport } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { Figure, Figures } from '../../ui/data/Figure';
import { PlainTable } from '../../ui/list/PlainTable';
import { importWords } from './imports/words';

/** What a trial found: how many rows are fine, and each place that is not. */
export function ImportReportView({ report }: { report: ImportReport }) {
  const t = useWords(importWords);
  const format = useFormat();
  const notes = [...report.problems, ...report.marks].sort((a, b) => a.row - b.row);
  return (
    <section aria-live="polite">
      <h2>{t.result(report.rows)}</h2>
      <Figures>
        <Figure label={t.fine} value={t.rows(format.number(report.accepted))} />
        <Figure label={t.refused} value={t.rows(format.number(report.refused))} />
        <Figure label={t.unlawful} value={t.rows(format.number(report.unlawful))} />
      </Figures>
      {report.dry_run && report.accepted > 0 && <p>{t.unlawfulWhy}</p>}
      {notes.length > 0 && (
        <PlainTable
          caption={t.problems}
          rows={notes}
          keyOf={({ row, column, code, detail }) => `${row} ${column} ${code} ${detail}`}
          columns={[
            { key: 'row', head: t.row, isNumber: true, cell: ({ row }) => format.number(row) },
            { key: 'column', head: t.column, cell: ({ column }) => t.fields[column] ?? column },
            // The server writes it in Chinese, as the table is.
            {
              key: 'detail',
              head: t.detail,
              cell: ({ detail }) => <span lang="zh-CN">{detail}</span>,
            },
          ]}
        />
      )}
    </section>
  );
}
