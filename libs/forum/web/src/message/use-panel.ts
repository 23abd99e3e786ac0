import { useEffect, useRef, useState } from 'react';

/** What is open under a message. */
export type Panel = 'reply' | 'edit' | 'delete' | 'history' | 'mute';

/** One panel at a time under a message. Closed, it gives the focus back to the control that opened it. */
export function usePanel(begun: Panel | null = null) {
  const [panel, setPanel] = useState(begun);
  const opener = useRef<HTMLElement | null>(null);
  const goesBack = useRef(false);
  useEffect(() => {
    if (panel !== null || !goesBack.current) return;
    goesBack.current = false;
    if (opener.current?.isConnected) opener.current.focus();
  }, [panel]);
  const open = (which: Panel) => {
    // Opened from within another one's controls, it goes back where the first came from.
    if (document.activeElement instanceof HTMLElement) opener.current = document.activeElement;
    setPanel(which);
  };
  const close = () => {
    goesBack.current = true;
    setPanel(null);
  };
  /** It is done, and the focus goes elsewhere. */
  const leave = () => {
    setPanel(null);
  };
  return { panel, open, close, leave };
}
