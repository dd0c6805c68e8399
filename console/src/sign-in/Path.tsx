/** Three people on their way, one of whom is called at the right time: what Relance does, without a word. */
export function Path() {
  return (
    <svg viewBox="0 0 420 420" className="sign-in-path" focusable="false">
      <path d="M40 330C120 330 120 210 200 210S280 90 380 90" className="path-line" />
      <path d="M40 370C150 370 170 290 260 290S330 230 380 230" className="path-line faint" />
      <path d="M40 290C100 290 90 130 170 130S220 50 300 50" className="path-line faint" />
      {[
        { x: 40, y: 330, r: 9 },
        { x: 200, y: 210, r: 12 },
        { x: 380, y: 90, r: 18 },
      ].map(({ x, y, r }) => (
        <circle key={x} cx={x} cy={y} r={r} className={x === 380 ? "path-dot reached" : "path-dot"} />
      ))}
      <circle cx="380" cy="90" r="32" className="path-ring" />
      <circle cx="260" cy="290" r="8" className="path-dot faint" />
      <circle cx="170" cy="130" r="8" className="path-dot faint" />
    </svg>
  );
}
