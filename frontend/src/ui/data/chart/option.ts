// What is handed to the drawing library.
import type { EChartsCoreOption } from 'echarts/core';
import type { Compared, Figures, Flowing } from './figures';

export interface Look {
  /** Of the letters, px. */
  size: number;
  family: string;
  text: string;
  muted: string;
  border: string;
  surface: string;
  series: string[];
}

interface Drawn {
  /** The sentence above it. */
  says: string;
  look: Look;
  width: number;
  isMoving: boolean;
  number: (value: number) => string;
}

/** Longer than any transition of the pages would only keep people waiting. */
const MOVE_MS = 160;
/** Letters that a label under its bar has at least; with less room the bars lie, each label beside its own. */
const LABEL_EM = 5;

export function isLying(figures: Figures, width: number, look: Look): boolean {
  return figures.kind === 'bar' && width / figures.labels.length < LABEL_EM * look.size;
}

/** How high a drawing is, px, for its width. */
export function heightOf(figures: Figures, width: number, look: Look): number {
  if (!isLying(figures, width, look)) return 20 * look.size;
  const { labels, series } = figures as Compared;
  return labels.length * (series.length + 1) * 1.6 * look.size + 5 * look.size;
}

export function optionOf(figures: Figures, drawn: Drawn): EChartsCoreOption {
  const { says, look, isMoving, number } = drawn;
  const letters = { color: look.text, fontSize: look.size, fontFamily: look.family };
  return {
    color: look.series,
    textStyle: { fontFamily: look.family, fontSize: look.size },
    animation: isMoving,
    animationDuration: MOVE_MS,
    animationDurationUpdate: MOVE_MS,
    // Patterns beside the colours, and a sentence of the numbers for those who hear the page.
    aria: {
      enabled: true,
      decal: { show: figures.kind === 'bar' },
      label: { general: { withoutTitle: `${says} ` } },
    },
    tooltip: {
      trigger: figures.kind === 'sankey' ? 'item' : 'axis',
      // Drawn like the rest: the other kind writes styles into HTML, which the policy refuses.
      renderMode: 'richText',
      confine: true,
      backgroundColor: look.surface,
      borderColor: look.border,
      textStyle: letters,
      axisPointer: { type: figures.kind === 'bar' ? 'shadow' : 'line' },
      valueFormatter: (value: unknown) =>
        typeof value === 'number' ? `${number(value)} ${figures.unit}` : '—',
    },
    ...(figures.kind === 'sankey' ? flowing(figures, drawn) : compared(figures, drawn)),
  };
}

function compared(figures: Compared & { unit: string }, { look, width, number }: Drawn) {
  const { kind, labels, series, unit } = figures;
  const letters = { color: look.muted, fontSize: look.size, fontFamily: look.family };
  const lies = isLying(figures, width, look);
  const names = {
    type: 'category',
    data: labels,
    inverse: lies,
    axisLabel: { ...letters, hideOverlap: true, interval: lies ? 0 : 'auto' },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: look.border } },
  };
  const amounts = {
    type: 'value',
    name: unit,
    splitNumber: lies ? 3 : 5,
    nameTextStyle: letters,
    axisLabel: { ...letters, formatter: number, hideOverlap: true },
    splitLine: { lineStyle: { color: look.border } },
  };
  const isAlone = series.length === 1;
  const wide = series.reduce((sum, { name }) => sum + (name.length + 3.5) * look.size, 0);
  const rows = isAlone ? 0 : Math.ceil(wide / width);
  return {
    grid: {
      top: 2.5 * look.size,
      left: 0.5 * look.size,
      right: (lies ? 4 : 1) * look.size,
      bottom: (rows * 2 + 0.5) * look.size,
      // Its labels stand inside of this.
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    legend: isAlone
      ? undefined
      : { bottom: 0, left: 0, itemGap: look.size, textStyle: { ...letters, color: look.text } },
    xAxis: lies ? amounts : names,
    yAxis: lies ? names : amounts,
    series: series.map(({ name, values }) => ({
      type: kind,
      name,
      data: values,
      symbolSize: 8,
      lineStyle: { width: 2 },
      label: {
        show: isAlone,
        position: lies ? 'right' : 'top',
        color: look.text,
        fontSize: look.size,
        formatter: ({ value }: { value: unknown }) =>
          typeof value === 'number' ? number(value) : '',
      },
      labelLayout: { hideOverlap: true },
    })),
  };
}

function flowing({ flows }: Flowing, { look, width, number }: Drawn) {
  const names = [...new Set(flows.flatMap(({ from, to }) => [from, to]))];
  const sum = (name: string) => {
    const into = flows.filter(({ to }) => to === name);
    const counted = into.length > 0 ? into : flows.filter(({ from }) => from === name);
    return counted.reduce((total, { value }) => total + value, 0);
  };
  const ends = names.filter((name) => !flows.some(({ from }) => from === name));
  // The last names stand to the right of their nodes, and need room there.
  const longest = Math.max(...ends.map((name) => name.length + number(sum(name)).length));
  return {
    series: [
      {
        type: 'sankey',
        left: 4,
        top: look.size,
        bottom: look.size,
        right: Math.min(width / 2.5, (longest + 1) * look.size),
        data: names.map((name, at) => ({
          name,
          itemStyle: { color: look.series[at % look.series.length] },
        })),
        links: flows.map(({ from, to, value }) => ({ source: from, target: to, value })),
        draggable: false,
        emphasis: { focus: 'adjacency' },
        lineStyle: { color: 'source', opacity: 0.3 },
        label: {
          color: look.text,
          fontSize: look.size,
          fontFamily: look.family,
          formatter: ({ name }: { name: string }) => `${name} ${number(sum(name))}`,
        },
      },
    ],
  };
}
