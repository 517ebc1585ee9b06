import type { Contributor } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import type { Say } from '../languages/words.ts'

/** Who wrote the text, and how much of it. */
export function Contributors({ contributors }: { contributors: readonly Contributor[] }) {
  const { say } = useWords()
  if (contributors.length === 0) return null
  return (
    <section className="minutes-contributors" aria-labelledby="contributors">
      <h2 id="contributors">{say('Written by')}</h2>
      <ul>
        {contributors.map(({ person, share }) => (
          <li key={person.id}>
            <bdi>{person.name}</bdi> <span className="minutes-share">{shareInWords(share, say)}</span>
            <meter min="0" max="1" value={share} aria-hidden="true" data-hue={person.hue} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** `62 %`, `under 1 %`. */
export function shareInWords(share: number, say: Say): string {
  const percent = Math.round(share * 100)
  return percent < 1 ? say('under 1 %') : say('{percent} %', { percent })
}
