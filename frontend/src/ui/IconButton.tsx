import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import styles from './Button.module.css';

interface Props {
  icon: LucideIcon;
  /** Its name, for those who hear the page, and as a tip under the mouse. */
  label: string;
  type?: 'button' | 'submit';
  onClick?: () => void;
  ref?: Ref<HTMLButtonElement>;
  'aria-expanded'?: boolean;
  'aria-controls'?: string;
  'aria-haspopup'?: 'menu' | 'dialog';
}

/** A sign alone, for close, search, menu and more only; everything else has its word. */
export function IconButton({ icon: Icon, label, type = 'button', ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={styles.button}
      data-variant="icon"
      aria-label={label}
      title={label}
    >
      <Icon aria-hidden="true" className={styles.icon} />
    </button>
  );
}
