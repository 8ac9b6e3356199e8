import type { DueKind } from '../../../api/types';

const kinds: readonly DueKind[] = [
  'clear_id_number',
  'verify_person',
  'approve_representative',
  'verify_organisation',
];

export interface DeskSearch {
  /** Only this kind of work. */
  kind?: DueKind;
}

export function readDeskSearch({ kind }: Record<string, unknown>): DeskSearch {
  const known = kinds.find((one) => one === kind);
  return known ? { kind: known } : {};
}
