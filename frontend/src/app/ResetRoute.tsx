import { useNavigate } from '@tanstack/react-router';
import { ResetPage } from '../features/access/ResetPage';

export function ResetRoute() {
  const navigate = useNavigate();
  return <ResetPage onReset={() => navigate({ to: '/sign-in' })} />;
}
