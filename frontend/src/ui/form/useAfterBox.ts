import { type MouseEvent, useLayoutEffect, useRef } from 'react';

const isBox = (element: Element | null): element is HTMLElement =>
  element?.getAttribute('role') === 'combobox';

/**
 * Does what a button says once a combo box in the focus has been left, so that what was typed there counts.
 * The button must not take the focus itself: the new choice would move it away from under the finger.
 */
export function useAfterBox(act: () => void) {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return () => {
    const at = document.activeElement;
    if (!isBox(at)) return latest.current();
    at.blur();
    // When the page knows of the choice.
    setTimeout(() => latest.current());
  };
}

/** For the button's `onMouseDown`. */
export function stayInBox(event: MouseEvent) {
  if (isBox(document.activeElement)) event.preventDefault();
}
