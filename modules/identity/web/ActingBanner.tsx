import { Button } from '#design/Button.tsx'
import { fr } from './acting-fr.ts'
import { urls } from './routes.ts'

/** On every page while somebody of the staff sits in a person's place: in whose, and the way out. */
export function ActingBanner({ name }: { name: string }) {
  return (
    <div className="fr-notice fr-notice--alert">
      <div className="fr-container">
        <div className="fr-notice__body">
          <form method="post" action={urls.stopActing()}>
            <p><span className="fr-notice__title">{fr.banner(name)}</span></p>
            <Button type="submit" size="sm" priority="secondary">{fr.stop}</Button>
          </form>
        </div>
      </div>
    </div>
  )
}
