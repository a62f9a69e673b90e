import { fr } from '#design/fr.ts'

/** Light, dark, or as the device says. Shown when the script that keeps the choice is there; without it the device rules. */
export function ThemeChoice() {
  return (
    <div className="sl-theme" role="group" aria-label={fr.theme.legend}>
      <span className="sl-theme__legend" aria-hidden="true">{fr.theme.legend}</span>
      {(['light', 'dark', 'system'] as const).map((choice) => (
        <button key={choice} type="button" className="sl-theme__choice" data-theme-choice={choice} suppressHydrationWarning>
          {fr.theme[choice]}
        </button>
      ))}
    </div>
  )
}
