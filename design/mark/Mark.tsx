/** Our own mark: a boat seen from above and the wake that it leaves. Its colours follow the theme. */
export function Mark({ size = 48 }: { size?: number }) {
  return (
    <svg className="sl-mark" width={size} height={size} viewBox="0 0 48 48" fill="none" strokeWidth="4" strokeLinecap="round"
      aria-hidden="true" focusable="false">
      <path className="sl-mark__wake" d="M4 41C12 39 19 33 24 22C29 33 36 39 44 41" />
      <path className="sl-mark__wake sl-mark__wake--far" d="M12 45C18 42 22 38 24 33C26 38 30 42 36 45" />
      <circle className="sl-mark__boat" cx="24" cy="9" r="5.5" />
    </svg>
  )
}
