import { useQuery } from '@tanstack/react-query';
import type { PositionCard } from '../../api/types';
import { fitsQuery } from './api';
import { MatchLine } from './MatchLine';

interface Props {
  position: PositionCard;
  /** The whole list, which is asked about at once. */
  among: readonly PositionCard[];
}

/** In a card of a search: how the position fits whoever is signed in. */
export default function FitLine({ position, among }: Props) {
  const { data, error } = useQuery(fitsQuery(among.map(({ id }) => id)));
  const fit = data?.find(({ position_id }) => position_id === position.id);
  // Without a profile, or without consent, there is nothing to say here; “my matches” explains it.
  if (error || (data && !fit)) return null;
  return fit ? (
    <MatchLine match={fit.match} audience="seeker" position={position} />
  ) : (
    <span aria-busy="true" />
  );
}
