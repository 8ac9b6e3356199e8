// What a chart shows, and the same as a table.

export interface Series {
  name: string;
  /** One for each label; null where nothing was counted. */
  values: readonly (number | null)[];
}

export interface Flow {
  from: string;
  to: string;
  value: number;
}

/** Amounts side by side, or over time. */
export interface Compared {
  kind: 'bar' | 'line';
  /** What the labels are: “镇街”, “月份”. */
  across: string;
  labels: readonly string[];
  /** The largest first; at most six, since more cannot be told apart. */
  series: readonly Series[];
}

/** How many went from where to where; nothing flows in a circle. */
export interface Flowing {
  kind: 'sankey';
  from: string;
  to: string;
  flows: readonly Flow[];
}

export type Figures = (Compared | Flowing) & {
  /** Of all the numbers: “人”, “元”. */
  unit: string;
};

export const SERIES_MAX = 6;

export interface Grid {
  heads: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}

interface Heads {
  /** Of the numbers of flows. */
  amount: string;
  withUnit: (name: string, unit: string) => string;
}

/** The numbers as a table. */
export function gridOf(figures: Figures, { amount, withUnit }: Heads): Grid {
  const { unit } = figures;
  if (figures.kind === 'sankey') {
    return {
      heads: [figures.from, figures.to, withUnit(amount, unit)],
      rows: figures.flows.map(({ from, to, value }) => [from, to, value]),
    };
  }
  const { across, labels, series } = figures;
  return {
    heads: [across, ...series.map(({ name }) => withUnit(name, unit))],
    rows: labels.map((label, at) => [label, ...series.map(({ values }) => values[at] ?? null)]),
  };
}

export function canBeDrawn(figures: Figures): boolean {
  return figures.kind === 'sankey' || figures.series.length <= SERIES_MAX;
}
