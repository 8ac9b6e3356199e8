import { useNavigate } from '@tanstack/react-router';
import { HomePage } from '../features/home/HomePage';
import { Waiting } from '../features/home/Waiting';
import { Newest } from '../features/positions/Newest';
import { SearchForm } from '../features/positions/SearchForm';

export function HomeRoute() {
  const navigate = useNavigate();
  return (
    <HomePage
      search={
        <SearchForm
          query=""
          onSubmit={(q) => navigate({ to: '/positions', search: q ? { q } : {} })}
        />
      }
      waiting={<Waiting />}
      newest={<Newest />}
    />
  );
}
