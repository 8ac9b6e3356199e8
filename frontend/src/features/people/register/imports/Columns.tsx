import type { ImportReport } from '../../../../api/types';
import { useWords } from '../../../../i18n/locale';
import { Card } from '../../../../ui/Card';
import { Select } from '../../../../ui/form/Select';
import type { Mapping } from './api';
import styles from './imports.module.css';
import { importWords } from './words';

interface Props {
  report: ImportReport;
  given: Mapping;
  onChange: (mapping: Mapping) => void;
}

/** Which column of the file says what; a change tries the file anew. */
export function Columns({ report, given, onChange }: Props) {
  const t = useWords(importWords);
  const used = report.mapping.flatMap(({ column }) => column ?? []);
  const headers = [...new Set([...used, ...report.ignored])];
  return (
    <Card>
      <h2>{t.columns}</h2>
      <p className={styles.note}>{t.columnsLead}</p>
      <div className={styles.columns}>
        {report.mapping.map(({ field, column, found, required }) => (
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
        ))}
      </div>
      {report.ignored.length > 0 && <p>{t.ignored(report.ignored.join(t.and))}</p>}
    </Card>
  );
}
