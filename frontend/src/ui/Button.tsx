import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import styles from './Button.module.css';

type Variant = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonProps {
  children: ReactNode;
  variant?: Variant;
  type?: 'button' | 'submit';
  ref?: Ref<HTMLButtonElement>;
  id?: string;
  onClick?: () => void;
  onMouseDown?: (event: MouseEvent) => void;
  /** Busy with the last press: it stays in place and in focus, and takes no second one. */
  isPending?: boolean;
  'aria-expanded'?: boolean;
  'aria-controls'?: string;
  'aria-pressed'?: boolean;
  'aria-haspopup'?: 'menu' | 'dialog';
  'aria-describedby'?: string;
}

/**
 * The browser's own button. The library's costs 13 kB on every first load and brings nothing that a
 * plain button lacks.
 */
export function Button({
  variant = 'primary',
  type = 'button',
  isPending = false,
  onClick,
  ...props
}: ButtonProps) {
  return (
    <button
      {...props}
      type={type}
      className={styles.button}
      data-variant={variant}
      aria-disabled={isPending || undefined}
      aria-busy={isPending || undefined}
      onClick={(event) => {
        if (isPending) event.preventDefault();
        else onClick?.();
      }}
    />
  );
}

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  variant?: Variant;
  ref?: Ref<HTMLAnchorElement>;
}

function Anchor({ variant = 'primary', ...props }: AnchorProps) {
  return <a {...props} className={styles.button} data-variant={variant} />;
}

/** Goes somewhere, and looks like a button because it is the page's main way on. */
export const ButtonLink = createLink(Anchor);
