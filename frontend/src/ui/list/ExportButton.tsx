import { Download } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { Button } from '../Button';
import { ErrorNote } from '../feedback/ErrorNote';
import { uiWords } from '../words';
import styles from './ListPage.module.css';

interface Props {
  /** How many rows the file will have. */
  total: number | null | undefined;
  /** Fetches a file of exactly what is filtered. */
  onExport: () => Promise<unknown>;
}

/** Takes a list along as a file; says beforehand how many rows. */
export function ExportButton({ total, onExport }: Props) {
  const t = useWords(uiWords);
  const format = useFormat();
  const [isExporting, setExporting] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  async function take() {
    setExporting(true);
    setFailure(undefined);
    try {
      await onExport();
    } catch (refusal) {
      setFailure(refusal);
    }
    setExporting(false);
  }

  return (
    <>
      <span className={styles.export}>
        <Button variant="secondary" isPending={isExporting} onClick={take}>
          <Download aria-hidden="true" className={styles.icon} />
          {typeof total === 'number' ? t.exportRows(format.number(total)) : t.exportAll}
        </Button>
      </span>
      {failure !== undefined && (
        <div className={styles.failure}>
          <ErrorNote error={failure} title={t.notExported} />
        </div>
      )}
    </>
  );
}
