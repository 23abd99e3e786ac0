/** Somebody who has touched nothing for this long is taken to be away; as fine as the server notes when a session is used. */
const AWAY_AFTER_MS = 60_000;
const TOUCHES = ['pointerdown', 'keydown', 'wheel'] as const;

/** Opening the page is somebody's doing. */
let touchedAt = Date.now();
let isWatching = false;

function watch() {
  isWatching = true;
  const note = () => {
    touchedAt = Date.now();
  };
  for (const touch of TOUCHES) window.addEventListener(touch, note, { capture: true, passive: true });
  // Not caught on its way down: the site gives the focus to its own elements by itself.
  window.addEventListener('focus', note);
}

/** Whether somebody has just touched this page: what it sends by itself meanwhile, such as figures read again, is not their doing. */
export function isPresent(): boolean {
  if (!isWatching) watch();
  return Date.now() - touchedAt < AWAY_AFTER_MS;
}
