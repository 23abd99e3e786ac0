import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * For a part of the page whose controls come and go. `lead` moves the focus to its heading once it is drawn again: whoever
 * used a control that has gone goes on from there, and not from the top of the page. The heading wants `tabIndex={-1}`.
 */
export function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (times > 0) heading.current?.focus();
  }, [times]);
  const lead = useCallback(() => {
    setTimes((before) => before + 1);
  }, []);
  return { heading, lead } as const;
}

/** As the `ref` of what opens in the place of the control that was used: takes up its focus. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus();
