import { Link, type LinkProps, useCanGoBack, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './Page.module.css';

interface Props extends Pick<LinkProps, 'to' | 'params'> {
  children: ReactNode;
}

/** Back to where one came from, list and place on it; who came from outside goes to `to`. */
export function BackLink({ children, ...target }: Props) {
  const router = useRouter();
  const canGoBack = useCanGoBack();
  return (
    <Link
      {...target}
      className={styles.backLink}
      onClick={(event) => {
        if (!canGoBack || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        router.history.back();
      }}
    >
      ‹ {children}
    </Link>
  );
}
