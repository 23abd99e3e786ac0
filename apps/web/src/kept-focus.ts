/**
 * A button that waits for its answer is disabled, by which browsers take the focus away from it: whoever uses the keyboard
 * would be nowhere. It gets the focus back with its use, unless the focus went elsewhere meanwhile.
 */
export function keepFocus(): void {
  let last: EventTarget | null = null;
  document.addEventListener('focusin', ({ target }) => {
    last = target;
  });
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const isBack = target === last && target instanceof HTMLButtonElement && !target.disabled;
      if (isBack && document.activeElement === document.body) target.focus({ preventScroll: true });
    }
  }).observe(document, { subtree: true, attributeFilter: ['disabled'] });
}
