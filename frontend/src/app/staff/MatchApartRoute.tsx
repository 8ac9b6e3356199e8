import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ApartPage } from '../../features/matching/apart/ApartPage';
import type { Pair } from '../../features/matching/apart/pair';

const route = getRouteApi('/dev/match/$person/$position');

export function MatchApartRoute() {
  return <ApartPage onPair={useOpen()} />;
}

export function OneMatchApartRoute() {
  const pair = route.useParams();
  const onPair = useOpen();
  return <ApartPage key={`${pair.person} ${pair.position}`} pair={pair} onPair={onPair} />;
}

function useOpen() {
  const navigate = useNavigate();
  return (params: Pair) => navigate({ to: '/dev/match/$person/$position', params });
}
