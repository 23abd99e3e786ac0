/** The name under its roof: a covered courtyard, seen from the playground. */
export function Wordmark() {
  return (
    <span className="preau-wordmark">
      <svg viewBox="0 0 40 32" width="40" height="32" aria-hidden="true" focusable="false">
        <path className="preau-wordmark__roof" d="M2 14 20 3l18 11" />
        <path className="preau-wordmark__posts" d="M8 14.5v15M20 14.5v15M32 14.5v15" />
      </svg>
      <span className="preau-wordmark__name">Préau</span>
    </span>
  );
}
