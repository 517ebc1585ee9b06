import type { Redaction } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { longTime } from './long-time.ts'

/** That words were taken out of the text, a line for each time. */
export function Redactions({ redactions, zone }: { redactions: readonly Redaction[]; zone: string }) {
  const words = useWords()
  const { say, weave } = words
  if (redactions.length === 0) return null
  return (
    <section className="minutes-versions" aria-labelledby="redactions">
      <h2 id="redactions">{say('Redacted')}</h2>
      {redactions.map(({ id, at, by, characters, reason }) => (
        <p key={id}>
          {by === null
            ? weave(
                '{characters, plural, one {A passage of # character was redacted on {when}} other {A passage of # characters was redacted on {when}}}',
                { characters, when: <time dateTime={at}>{longTime(at, zone, words)}</time> },
              )
            : weave(
                '{characters, plural, one {A passage of # character was redacted on {when} by {name}} other {A passage of # characters was redacted on {when} by {name}}}',
                { characters, when: <time dateTime={at}>{longTime(at, zone, words)}</time>, name: <bdi>{by}</bdi> },
              )}
          {reason !== '' && (
            <>
              : <bdi>{reason}</bdi>
            </>
          )}
        </p>
      ))}
    </section>
  )
}
