import { QueryCache, QueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../api/session';
import { ApiError } from '../lib/ApiError';

const RETRIES_MAX = 2;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal stays a refusal; only silence and overload are worth another try.
      retry: (failures, error) =>
        failures < RETRIES_MAX &&
        error instanceof ApiError &&
        (error.status === 0 || error.status === 503),
    },
  },
  queryCache: new QueryCache({
    onError: (error, query) => {
      const ended = error instanceof ApiError && error.status === 401;
      if (ended && query.queryKey[0] !== 'session') queryClient.invalidateQueries(sessionQuery);
    },
  }),
});
