import { getRouteApi } from '@tanstack/react-router';
import { EditPage } from '../../features/specialities/EditPage';
import { SpecialitiesPage } from '../../features/specialities/SpecialitiesPage';
import { SpecialityPage } from '../../features/specialities/SpecialityPage';

const route = getRouteApi('/specialities');

/** The list, one family of it, or the form in which one is written. */
export function SpecialitiesRoute() {
  const { sel: code, form, ...search } = route.useSearch();
  if (form) return <EditPage key={code ?? 'new'} code={code} />;
  return code ? <SpecialityPage key={code} code={code} /> : <SpecialitiesPage search={search} />;
}
