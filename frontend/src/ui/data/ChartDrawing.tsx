// The drawing of a chart, and the only place that knows the library: loaded with the first chart.
import { BarChart, LineChart, SankeyChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useLayoutEffect, useRef, useState } from 'react';
import { useFormat } from '../../i18n/format';
import { useLocale } from '../../i18n/locale';
import { useMedia } from '../../lib/useMedia';
import styles from './Chart.module.css';
import type { Figures } from './chart/figures';
import { heightOf, type Look, optionOf } from './chart/option';

use([BarChart, LineChart, SankeyChart, AriaComponent, GridComponent, LegendComponent]);
use([TooltipComponent, SVGRenderer]);

/** What an A4 sheet has between its margins. */
const PAPER_PX = 640;

interface Props {
  says: string;
  figures: Figures;
}

export default function ChartDrawing({ says, figures }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const locale = useLocale();
  const { number } = useFormat();
  const isPaper = useMedia('print');
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const [turn, redraw] = useState(0);
  const latest = useRef({ says, figures, number });
  latest.current = { says, figures, number };

  useLayoutEffect(() => watch(place.current, () => redraw((last) => last + 1)), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew for another look, size or numbers.
  useLayoutEffect(() => {
    const own = place.current;
    if (!own) return;
    const look = lookOf(own);
    const width = isPaper ? PAPER_PX : own.clientWidth;
    const height = heightOf(latest.current.figures, width, look);
    own.style.height = `${height}px`;
    const drawing = init(own, null, {
      renderer: 'svg',
      width,
      height,
      locale: locale === 'zh' ? 'ZH' : 'EN',
    });
    const isMoving = turn === 0 && !isStill && !isPaper;
    const { says, number } = latest.current;
    drawing.setOption(optionOf(latest.current.figures, { says, look, width, isMoving, number }));
    // A narrower column of the sheet makes it smaller instead of cutting it off.
    if (isPaper) own.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${height}`);
    return () => drawing.dispose();
  }, [turn, locale, isPaper, isStill, says, JSON.stringify(figures)]);

  return <div ref={place} role="img" aria-label={says} className={styles.drawing} />;
}

/** Calls back when the place gets wider or narrower, or the page another look. */
function watch(place: HTMLElement | null, onChange: () => void) {
  if (!place) return;
  let width = place.clientWidth;
  const sized = new ResizeObserver(() => {
    if (place.clientWidth === width) return;
    width = place.clientWidth;
    onChange();
  });
  sized.observe(place);
  const looks = new MutationObserver(onChange);
  looks.observe(document.documentElement, {
    attributeFilter: ['data-theme', 'data-size', 'style'],
  });
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', onChange);
  return () => {
    sized.disconnect();
    looks.disconnect();
    dark.removeEventListener('change', onChange);
  };
}

/** The colours and letters of the page, as they are here and now. */
function lookOf(place: HTMLElement): Look {
  const probe = place.parentElement?.appendChild(document.createElement('i'));
  const colour = (token: string) => {
    if (!probe) return '';
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const letter = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const look = {
    size: Math.round(letter * 0.875),
    family: getComputedStyle(place).fontFamily,
    text: colour('text'),
    muted: colour('muted'),
    border: colour('border'),
    surface: colour('surface'),
    series: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => colour(`chart-${n}`)),
  };
  probe?.remove();
  return look;
}
