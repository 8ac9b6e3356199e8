import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { PositionPage } from '../features/positions/PositionPage';
import { Skeleton } from '../ui/feedback/Skeleton';

// For those who look for work and are signed in; everybody else reads the position without them.
const MatchSummary = lazy(() =>
  import('../features/matching/MatchSummary').then((module) => ({ default: module.MatchSummary })),
);
const MatchPanel = lazy(() =>
  import('../features/matching/MatchPanel').then((module) => ({ default: module.MatchPanel })),
);

const Marks = lazy(() =>
  import('../features/positions/kept/Marks').then((module) => ({ default: module.Marks })),
);

const route = getRouteApi('/positions/$id');

export function PositionRoute() {
  const { id } = route.useParams();
  return (
    <PositionPage
      key={id}
      id={id}
      summary={
        <Suspense>
          <MatchSummary positionId={id} />
          <Marks positionId={id} />
        </Suspense>
      }
      explanation={
        <Suspense fallback={<Skeleton cards={2} />}>
          <MatchPanel positionId={id} />
        </Suspense>
      }
    />
  );
}
