import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { SignUpPage } from '../features/access/SignUpPage';

/** What was typed a moment ago; in memory only, and gone with the session. */
export const TYPED = ['typed'];

export function SignUpRoute() {
  const navigate = useNavigate();
  const client = useQueryClient();
  return (
    <SignUpPage
      onSignedUp={(typed, seeker, hasCode) => {
        client.setQueryData(TYPED, typed);
        if (seeker === 'employer') navigate({ to: '/me' });
        else navigate({ to: '/me/profile', search: hasCode ? { part: 'claim' } : {} });
      }}
    />
  );
}
