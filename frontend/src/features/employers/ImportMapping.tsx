import type { ImportReport } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { FieldRow, FormPart } from '../../ui/form/Form';
import { Select } from '../../ui/form/Select';
import styles from './ImportMapping.module.css';
import type { Mapping } from './imports/api';
import { importWords } from './imports/words';

interface Props {
  report: Pick<ImportReport, 'mapping' | 'ignored'>;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

/** Which column of the table is what: as it was guessed, until somebody says otherwise. */
export function ImportMapping({ report, mapping, onChange }: Props) {
  const t = useWords(importWords);
  const found = report.mapping.flatMap(({ column }) => (column ? [column] : []));
  const columns = [...new Set([...found, ...report.ignored])];
  const options = [
    { value: '', label: t.noColumn },
    ...columns.map((column) => ({ value: column, label: column })),
  ];
  const isUsed = ({ column, required }: (typeof report.mapping)[number]) => column || required;
  const choice = ({ field, column, required }: (typeof report.mapping)[number]) => {
    const name = t.fields[field] ?? field;
    return (
      <Select
        key={field}
        label={required ? t.needed(name) : name}
        value={mapping[field] ?? column ?? ''}
        options={options}
        onChange={(value) => onChange({ ...mapping, [field]: value })}
      />
    );
  };
  const others = report.mapping.filter((one) => !isUsed(one));
  return (
    <FormPart title={t.mapping} lead={t.mappingLead}>
      <FieldRow>{report.mapping.filter(isUsed).map(choice)}</FieldRow>
      {others.length > 0 && (
        <details open={report.ignored.length > 0}>
          <summary className={styles.more}>{t.otherFields}</summary>
          <FieldRow>{others.map(choice)}</FieldRow>
        </details>
      )}
      {report.ignored.length > 0 && <p>{t.ignored(report.ignored.join(', '))}</p>}
    </FormPart>
  );
}
