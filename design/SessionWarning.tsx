import { Button, ButtonLink } from '#design/Button.tsx'
import { fr } from '#design/fr.ts'
import { Kept } from '#design/Kept.tsx'

/** A session that must not stay unused: whose, how long it may (in seconds), and where to ask how long is left and to stay. */
export interface WatchedSession { personId: string, seconds: number, left: string, stay: string }

/** Warns before the session ends; `islands/session.ts` opens it. Without JavaScript nothing shows, and the sign-in page brings back. */
export function SessionWarning({ session, signIn }: { session: WatchedSession, signIn: string }) {
  const words = fr.session
  return (
    <Kept as="dialog" by={`session ${signIn}`} className="sl-dialog" aria-label={words.label} data-session-left={session.left} data-session-stay={session.stay}
      data-session-person={session.personId} data-session-seconds={session.seconds}>
      {() => (
        <>
          <div className="sl-dialog__box" data-when="soon" hidden suppressHydrationWarning>
            <h2 className="sl-dialog__title">{words.soon}</h2>
            <p>{words.soonWhat}</p>
            <div className="sl-dialog__footer"><Button type="button" data-stay="">{words.stay}</Button></div>
          </div>
          <div className="sl-dialog__box" data-when="over" hidden suppressHydrationWarning>
            <h2 className="sl-dialog__title">{words.over}</h2>
            <p>{words.overWhat}</p>
            <div className="sl-dialog__footer"><ButtonLink href={signIn} target="_blank">{words.signIn}</ButtonLink></div>
          </div>
        </>
      )}
    </Kept>
  )
}
