/** One person of the drawing: a head over round shoulders. */
function Person({
  x,
  y,
  size,
  hue,
}: {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly hue: number;
}) {
  const shoulders = `M${x - size} ${y} a${size} ${size * 1.25} 0 0 1 ${size * 2} 0 Z`;
  return (
    <g className={`preau-drawing__hue-${hue}`}>
      <circle cx={x} cy={y - size * 1.85} r={size * 0.62} />
      <path d={shoulders} />
    </g>
  );
}

/** A covered courtyard where five people talk, one for each theme. Decorative. */
export function CourtyardDrawing() {
  return (
    <svg className="preau-drawing" viewBox="0 0 480 330" aria-hidden="true" focusable="false">
      <ellipse className="preau-drawing__ground" cx="240" cy="296" rx="222" ry="20" />
      <path className="preau-drawing__shade" d="M62 138 240 50l178 88v150H62Z" />
      <path className="preau-drawing__beam" d="M74 156h332M240 62v94M157 104v52M323 104v52" />
      <path className="preau-drawing__post" d="M86 150v142M394 150v142" />
      <path className="preau-drawing__roof" d="M34 148 240 40l206 108" />
      <g className="preau-drawing__bubble">
        <path d="M118 176h54a11 11 0 0 1 11 11v16a11 11 0 0 1-11 11h-26l-13 12v-12h-15a11 11 0 0 1-11-11v-16a11 11 0 0 1 11-11Z" />
        <path d="M290 168h58a11 11 0 0 1 11 11v16a11 11 0 0 1-11 11h-12v12l-14-12h-32a11 11 0 0 1-11-11v-16a11 11 0 0 1 11-11Z" />
      </g>
      <path className="preau-drawing__words" d="M123 190h42M123 201h28M297 182h44M297 193h30" />
      <Person x={138} y={292} size={23} hue={1} />
      <Person x={192} y={292} size={18} hue={2} />
      <Person x={242} y={292} size={23} hue={3} />
      <Person x={294} y={292} size={18} hue={4} />
      <Person x={346} y={292} size={23} hue={5} />
    </svg>
  );
}
