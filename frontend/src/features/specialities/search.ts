import type { ListSearch } from '../../ui/list/listSearch';

/** What the address of the map may hold. */
export interface SpecialitiesSearch extends ListSearch {
  /** Whose families; an unknown one shows all. */
  origin?: string | undefined;
}
