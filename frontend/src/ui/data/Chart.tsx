import { Component, lazy, type ReactNode, Suspense, useState } from 'react';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { csvOf } from '../../lib/csv';
import { saveFile } from '../../lib/saveFile';
import { Button } from '../Button';
import { Skeleton } from '../feedback/Skeleton';
import { PlainTable } from '../list/PlainTable';
import styles from './Chart.module.css';
import { canBeDrawn, type Figures, type Grid, gridOf } from './chart/figures';
import { chartWords } from './chart/words';

const ChartDrawing = lazy(() => import('./ChartDrawing'));

interface Props {
  /** A sentence that says what it shows: “林埭镇推荐就业 312 人，比去年多 12%”. */
  says: string;
  figures: Figures;
}

/** A drawing of some numbers, under the sentence that it proves; the numbers themselves at a press. */
export function Chart({ says, figures }: Props) {
  const t = useWords(chartWords);
  const [isTable, setTable] = useState(false);
  const grid = gridOf(figures, { amount: t.amount, withUnit: t.withUnit });
  const isDrawn = canBeDrawn(figures);
  const table = <Data says={says} grid={grid} />;
  return (
    <figure className={styles.chart}>
      {isTable || !isDrawn ? (
        table
      ) : (
        <OrElse instead={<Undrawn>{table}</Undrawn>}>
          <figcaption className={styles.says}>{says}</figcaption>
          <Suspense fallback={<Skeleton cards={1} />}>
            <ChartDrawing says={says} figures={figures} />
          </Suspense>
        </OrElse>
      )}
      <div className={styles.tools}>
        {isDrawn && (
          <Button variant="secondary" onClick={() => setTable(!isTable)}>
            {isTable ? t.showChart : t.showData}
          </Button>
        )}
        {(isTable || !isDrawn) && (
          <Button
            variant="quiet"
            onClick={() => saveFile(csvOf([grid.heads, ...grid.rows]), `${says}.csv`)}
          >
            {t.download}
          </Button>
        )}
      </div>
    </figure>
  );
}

function Data({ says, grid }: { says: string; grid: Grid }) {
  const format = useFormat();
  const columns = grid.heads.map((head, at) => ({
    key: head,
    head,
    cell: (row: Grid['rows'][number]) => {
      const value = row[at];
      return typeof value === 'number' ? format.number(value) : value;
    },
    isNumber: grid.rows.some((row) => typeof row[at] === 'number'),
  }));
  return (
    <PlainTable
      caption={says}
      columns={columns}
      rows={grid.rows}
      keyOf={(row) => String(grid.rows.indexOf(row))}
    />
  );
}

function Undrawn({ children }: { children: ReactNode }) {
  const t = useWords(chartWords);
  return (
    <>
      <p>{t.notDrawn}</p>
      {children}
    </>
  );
}

/** The drawing is a file of its own: without it, the numbers are still there. */
class OrElse extends Component<{ children: ReactNode; instead: ReactNode }, { isFailed: boolean }> {
  override state = { isFailed: false };

  static getDerivedStateFromError() {
    return { isFailed: true };
  }

  override render() {
    return this.state.isFailed ? this.props.instead : this.props.children;
  }
}
