interface Named { starts: number; length: number; isMe: boolean }

/** What was written, where the people of the conversation that it names stand out; oneself more than the others. */
export function Words({ body, mentions }: { body: string, mentions: readonly Named[] }) {
  const ends = mentions.map(({ starts, length }) => starts + length)
  return (
    <p className="sl-opinion__words">
      {mentions.map(({ starts, length, isMe }, index) => (
        <span key={starts}>
          {body.slice(ends[index - 1] ?? 0, starts)}
          {isMe ? <mark className="sl-mentioned">{body.slice(starts, starts + length)}</mark>
            : <strong className="sl-mentioned">{body.slice(starts, starts + length)}</strong>}
        </span>
      ))}
      {body.slice(ends.at(-1) ?? 0)}
    </p>
  )
}
