import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useState } from 'react';

const EDGE = 8;

/**
 * Places a small panel below its opener, or above it where there is no room, inside the window. It is
 * fixed, so that no scrolling box cuts it off. It closes when pressed beside it or scrolled away.
 */
export function useFloating(
  isOpen: boolean,
  opener: RefObject<HTMLElement | null>,
  panel: RefObject<HTMLElement | null>,
  onClose: () => void,
): CSSProperties {
  const [place, setPlace] = useState<CSSProperties>({ position: 'fixed', visibility: 'hidden' });

  useLayoutEffect(() => {
    if (!isOpen || !opener.current || !panel.current) return;
    const from = opener.current.getBoundingClientRect();
    const own = panel.current.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const below = clientHeight - from.bottom - EDGE;
    const isAbove = own.height > below && from.top > below;
    const left = Math.max(EDGE, Math.min(from.left, clientWidth - own.width - EDGE));
    const room = Math.max(120, (isAbove ? from.top : below) - EDGE);
    setPlace({
      position: 'fixed',
      left,
      maxHeight: room,
      ...(isAbove
        ? { bottom: clientHeight - from.top + 4, top: 'auto' }
        : { top: from.bottom + 4, bottom: 'auto' }),
    });
  }, [isOpen, opener, panel]);

  useEffect(() => {
    if (!isOpen) return;
    const inside = (event: Event) =>
      event.target instanceof Node &&
      (panel.current?.contains(event.target) || opener.current?.contains(event.target));
    const onPress = (event: Event) => !inside(event) && onClose();
    document.addEventListener('pointerdown', onPress, true);
    document.addEventListener('scroll', onPress, true);
    window.addEventListener('resize', onClose);
    return () => {
      document.removeEventListener('pointerdown', onPress, true);
      document.removeEventListener('scroll', onPress, true);
      window.removeEventListener('resize', onClose);
    };
  }, [isOpen, opener, panel, onClose]);

  return place;
}
