import { useNavigate } from '@tanstack/react-router';
import { AccountPage } from '../features/access/AccountPage';

export function AccountRoute() {
  const navigate = useNavigate();
  return (
    <AccountPage
      onSignedOut={(why) => navigate({ to: why === 'newPassword' ? '/sign-in' : '/' })}
    />
  );
}
