import type { ReactNode } from 'react';
import styles from './PlainTable.module.css';

interface Props<R> {
  caption: string;
  columns: readonly PlainColumn<R>[];
  rows: readonly R[];
  keyOf: (row: R) => string;
}

export interface PlainColumn<R> {
  key: string;
  head: string;
  cell: (row: R) => ReactNode;
  isNumber?: boolean;
  /** Below the rows, such as a total. */
  foot?: ReactNode;
}

/** A table to read and to print; it scrolls sideways by itself where it is too wide. */
export function PlainTable<R>({ caption, columns, rows, keyOf }: Props<R>) {
  const hasFoot = columns.some(({ foot }) => foot !== undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it, where it is too wide.
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      <table className={styles.plain}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, head, isNumber }) => (
              <th key={key} scope="col" data-number={isNumber}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ key, cell, isNumber }) => (
                <td key={key} data-number={isNumber}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {hasFoot && (
          <tfoot>
            <tr>
              {columns.map(({ key, foot, isNumber }) => (
                <td key={key} data-number={isNumber}>
                  {foot}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
