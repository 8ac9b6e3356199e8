import { Download } from 'lucide-react';
import type { ImportReport } from '../../../../api/types';
import { useFormat } from '../../../../i18n/format';
import { useWords } from '../../../../i18n/locale';
import { saveFile } from '../../../../lib/saveFile';
import { Button } from '../../../../ui/Button';
import { Card } from '../../../../ui/Card';
import { PlainTable } from '../../../../ui/list/PlainTable';
import styles from './imports.module.css';
import { importWords } from './words';

/** Rows at once; the file holds all that the server named. */
const SHOWN = 50;
/** Without it the usual program reads Chinese as something else. */
const MARK = '\ufeff';

/** What is wrong with which row, and how to put it right. */
export function Problems({ report }: { report: ImportReport }) {
  const t = useWords(importWords);
  const format = useFormat();
  const { problems } = report;
  if (problems.length === 0) return null;

  function take() {
    const cell = (text: string | number) => `"${String(text).replaceAll('"', '""')}"`;
    const rows = problems.map(({ row, column, detail }) => [row, column, detail]);
    const lines = [[t.row, t.column, t.problem], ...rows].map((row) => row.map(cell).join(','));
    saveFile(new Blob([MARK, lines.join('\r\n')], { type: 'text/csv' }), t.problemsFile);
  }

  return (
    <Card>
      <h2>{t.problems}</h2>
      <PlainTable
        caption={t.problemCount(format.number(problems.length))}
        rows={problems.slice(0, SHOWN).map((note, index) => ({ ...note, index }))}
        keyOf={({ index }) => String(index)}
        columns={[
          { key: 'row', head: t.row, cell: ({ row }) => row, isNumber: true },
          { key: 'column', head: t.column, cell: ({ column }) => column },
          { key: 'detail', head: t.problem, cell: ({ detail }) => detail },
        ]}
      />
      <div className={styles.buttons}>
        <Button variant="secondary" onClick={take}>
          <Download aria-hidden="true" className={styles.icon} />
          {t.takeProblems(format.number(problems.length))}
        </Button>
        {problems.length > SHOWN && <p className={styles.note}>{t.shown(format.number(SHOWN))}</p>}
      </div>
    </Card>
  );
}
