import { Link, type LinkProps } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { type MouseEvent, type ReactNode, useRef } from 'react';
import { useWords } from '../../i18n/locale';
import { useShortcut } from '../../lib/shortcuts';
import { useRoom } from '../../lib/useRoom';
import { Spoken } from '../Spoken';
import { uiWords } from '../words';
import styles from './Table.module.css';

export interface Column<R> {
  /** Also what is sorted by. */
  key: string;
  head: string;
  cell: (row: R) => ReactNode;
  /** Amounts and counts stand at the end, figure under figure. */
  isNumber?: boolean;
  /** Days, among other things: the order runs from early to late. */
  isSortable?: boolean;
  /** On one line, whatever the others need: amounts, days, places. */
  isShort?: boolean;
  /** Left out on a phone, where a row becomes a card. */
  isExtra?: boolean;
}

export type RowTarget = Pick<LinkProps, 'to' | 'params' | 'search'>;

/** Room in letters, by looking at all lists: for fewer a row is a card, for as many short cells have a line. */
export const CARDS = 42;
const ROOMY = 58;

interface Props<R> {
  /** What the rows are, for those who hear the page. */
  caption: string;
  /** The first one names the row, and is its link. */
  columns: readonly Column<R>[];
  rows: readonly R[];
  keyOf: (row: R) => string;
  /** Where a row leads. */
  linkOf?: (row: R) => RowTarget;
  /** The column sorted by, with `-` before it for descending. */
  sort?: string | undefined;
  onSort?: (sort: string) => void;
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  /** The row whose detail is open beside the list. */
  current?: string | undefined;
  isBusy?: boolean;
}

/**
 * A list to work with: sort, select, open. While the focus is inside, J and K go down and up, X selects
 * the row, Enter opens it. Where there is little room, as on a phone, each row is a card, its cells with their heads; the roles are
 * spelled out, since a table that is not laid out as one is no table to every screen reader.
 */
export function Table<R>(props: Props<R>) {
  const { caption, columns, rows, keyOf, selected, onSelect, isBusy } = props;
  const t = useWords(uiWords);
  const table = useRef<HTMLTableElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const room = useRoom(table) ?? ROOMY;
  const look = room < CARDS ? styles.cards : room < ROOMY ? '' : styles.roomy;
  const last = useRef<string>(undefined);
  const all = rows.map(keyOf);
  const chosen = all.filter((key) => selected?.has(key));

  function toggle(key: string, withRange: boolean) {
    const next = new Set(selected);
    const range = withRange ? between(all, last.current, key) : [key];
    const isOn = !next.has(key);
    for (const one of range) isOn ? next.add(one) : next.delete(one);
    last.current = key;
    onSelect?.(next);
  }

  const lines = () => [...(body.current?.rows ?? [])];
  const isReachable = () => lines().some((line) => controlOf(line) !== null);
  const step = (by: 1 | -1) => (from: HTMLElement) => {
    const at = lines().findIndex((line) => line.contains(from));
    controlOf(lines()[at + by])?.focus();
  };
  useShortcut('nextRow', step(1), { within: body, works: isReachable });
  useShortcut('previousRow', step(-1), { within: body, works: isReachable });
  useShortcut('selectRow', onSelect && toggleAt, { within: body, works: isReachable });

  function toggleAt(from: HTMLElement) {
    const key = all[lines().findIndex((line) => line.contains(from))];
    if (key !== undefined) toggle(key, false);
  }

  return (
    <table ref={table} className={`${styles.table} ${look}`} aria-busy={isBusy} role="table">
      <caption>
        <Spoken>{caption}</Spoken>
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {onSelect && (
            <th role="columnheader" className={styles.checkCell}>
              <label className={styles.check}>
                <Spoken>{t.selectAll}</Spoken>
                <input
                  type="checkbox"
                  checked={chosen.length > 0 && chosen.length === all.length}
                  ref={(box) => {
                    if (box) box.indeterminate = chosen.length > 0 && chosen.length < all.length;
                  }}
                  onChange={(event) => {
                    const others = [...(selected ?? [])].filter((key) => !all.includes(key));
                    onSelect(new Set(event.target.checked ? [...others, ...all] : others));
                  }}
                />
              </label>
            </th>
          )}
          {columns.map((column) => (
            <Head
              key={column.key}
              column={column}
              sort={props.sort}
              onSort={props.onSort}
              isHidden={room < CARDS}
            />
          ))}
        </tr>
      </thead>
      <tbody ref={body} role="rowgroup">
        {rows.map((row) => (
          <Row
            key={keyOf(row)}
            row={row}
            table={props}
            isSelected={selected?.has(keyOf(row)) ?? false}
            onToggle={toggle}
          />
        ))}
      </tbody>
    </table>
  );
}

interface HeadProps<R> {
  column: Column<R>;
  sort: string | undefined;
  onSort: ((sort: string) => void) | undefined;
  /** For those who hear the page only; the order is chosen elsewhere. */
  isHidden: boolean;
}

function Head<R>({ column, sort, onSort, isHidden }: HeadProps<R>) {
  const { key, head, isNumber, isSortable, isExtra } = column;
  const order = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : undefined;
  const Sign = order ? (order === 'ascending' ? ArrowUp : ArrowDown) : ArrowUpDown;
  return (
    <th
      role="columnheader"
      scope="col"
      data-number={isNumber}
      data-extra={isExtra}
      aria-sort={order ?? (isSortable ? 'none' : undefined)}
    >
      {isSortable && onSort ? (
        <button
          type="button"
          tabIndex={isHidden ? -1 : undefined}
          className={styles.sort}
          onClick={() => onSort(order === 'ascending' ? `-${key}` : key)}
        >
          {head}
          <Sign aria-hidden="true" className={styles.sign} />
        </button>
      ) : (
        head
      )}
    </th>
  );
}

interface RowProps<R> {
  row: R;
  table: Props<R>;
  isSelected: boolean;
  onToggle: (key: string, withRange: boolean) => void;
}

function Row<R>({ row, table, isSelected, onToggle }: RowProps<R>) {
  const t = useWords(uiWords);
  const { columns, keyOf, linkOf, onSelect, current } = table;
  const key = keyOf(row);
  const [first] = columns;
  return (
    // The mouse may press anywhere on a row; the keyboard has its link.
    <tr
      role="row"
      className={styles.row}
      data-selected={isSelected}
      data-current={current === key}
      data-opens={linkOf !== undefined}
      onClick={openByMouse}
    >
      {onSelect && (
        <td role="cell" className={styles.checkCell}>
          <label className={styles.check}>
            <Spoken>
              {t.selectRow} {first?.cell(row)}
            </Spoken>
            <input
              type="checkbox"
              checked={isSelected}
              onChange={(event) => onToggle(key, (event.nativeEvent as PointerEvent).shiftKey)}
            />
          </label>
        </td>
      )}
      {columns.map((column, index) => (
        <td
          key={column.key}
          role={index === 0 ? 'rowheader' : 'cell'}
          data-head={column.head}
          data-number={column.isNumber}
          data-short={column.isShort}
          data-extra={column.isExtra}
        >
          {index === 0 && linkOf ? (
            <Link
              {...linkOf(row)}
              className={styles.link}
              resetScroll={linkOf(row).to !== '.'}
              aria-current={current === key ? 'true' : undefined}
            >
              {column.cell(row)}
            </Link>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}

/** Where the focus goes in a row: its link, or the first thing to press. */
function controlOf(line: HTMLTableRowElement | undefined): HTMLElement | null {
  return line?.querySelector<HTMLElement>('a') ?? line?.querySelector('button, input') ?? null;
}

/** A press beside the words of a row's link is meant for it; one on another control is not. */
function openByMouse(event: MouseEvent<HTMLTableRowElement>) {
  const target = event.target as HTMLElement;
  if (target.closest('a, button, input, label, select, [role=menu], [role=dialog]')) return;
  // Somebody who marks text to copy it does not want to leave.
  if (window.getSelection()?.toString()) return;
  event.currentTarget.querySelector<HTMLElement>('a')?.click();
}

function between(all: readonly string[], from: string | undefined, to: string): readonly string[] {
  const [start, end] = [all.indexOf(from ?? to), all.indexOf(to)].sort((a, b) => a - b);
  return start === undefined || start < 0 || end === undefined ? [to] : all.slice(start, end + 1);
}
