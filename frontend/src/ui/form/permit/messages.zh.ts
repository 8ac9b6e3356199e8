import type { Permit } from '../../../api/types';

export const zh = {
  permit: (permits: string, standing: string, source: string) =>
    `${permits}。${standing}。${source}`,
  standing: {
    required: '法律规定须持证上岗',
    level: '证明水平，不是上岗的条件',
  } satisfies Record<Permit['standing'], string>,
  // Some sources say so themselves.
  source: (rule: string, isChecked: boolean) =>
    `依据：${rule}${isChecked || rule.endsWith('待核实') ? '' : '（待核实）'}`,
};
