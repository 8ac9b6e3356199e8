// Turns the one thing that would be different into words. What it brings is counted by the server.
import type { Adjustment } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { counterfactualWords } from './counterfactual/words';

/** “Get the certificate …”, “would also work nights”. */
export function useAdjustments() {
  const t = useWords(counterfactualWords);
  const name = useName();
  return (adjustment: Adjustment): string => t.does[adjustment.kind](name(adjustment));
}

/** What it is called: a paper, a place, an amount. */
function useName() {
  const shared = useWords(sharedWords);
  const format = useFormat();
  return (adjustment: Adjustment): string => {
    switch (adjustment.kind) {
      case 'driving_licence':
        return adjustment.class;
      case 'degree':
        return shared.degree[adjustment.degree];
      case 'place_allowed':
      case 'place_added':
        return adjustment.place.name;
      case 'shift':
        return shared.shift[adjustment.shift];
      case 'pay':
        return format.yuan(adjustment.fen_month);
      default:
        return adjustment.name;
    }
  };
}

/** The same for the same thing, for a list's keys. */
export function keyOf(adjustment: Adjustment): string {
  return JSON.stringify(adjustment);
}
