import type { ColumnUse, ImportReport } from '../../../../api/types';
import { useWords } from '../../../../i18n/locale';
import { Card } from '../../../../ui/Card';
import { Select } from '../../../../ui/form/Select';
import type { Mapping } from './api';
import styles from './imports.module.css';
import { importWords } from './words';

interface Props {
  report: Pick<ImportReport, 'mapping' | 'ignored'>;
  given: Mapping;
  onChange: (mapping: Mapping) => void;
}

/** Which column of the file says what; a change tries the file anew. */
export function Columns({ report, given, onChange }: Props) {
  const t = useWords(importWords);
  const used = report.mapping.filter(({ column, required }) => column || required);
  const unused = report.mapping.filter((use) => !used.includes(use));
  const headers = [...new Set([...used.flatMap(({ column }) => column ?? []), ...report.ignored])];
  const choice = ({ field, column, found, required }: ColumnUse) => (
    <Select
      key={field}
      label={t.field[field] ?? field}
      hint={found === 'similar' ? t.guessed : required ? t.required : undefined}
      value={column ?? ''}
      options={[
        { value: '', label: t.noColumn },
        ...headers.map((header) => ({ value: header, label: header })),
      ]}
      onChange={(header) => onChange({ ...given, [field]: header })}
    />
  );
  return (
    <Card>
      <h2>{t.columns}</h2>
      <p className={styles.note}>{t.columnsLead}</p>
      <div className={styles.columns}>{used.map(choice)}</div>
      {unused.length > 0 && (
        <details>
          <summary className={styles.more}>{t.moreFields(unused.length)}</summary>
          <div className={styles.columns}>{unused.map(choice)}</div>
        </details>
      )}
      {report.ignored.length > 0 && <p>{t.ignored(report.ignored.join(t.and))}</p>}
    </Card>
  );
}
