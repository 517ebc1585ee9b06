import type { ChangesData } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { addressOf } from './changes-address.ts'

/** Who changed something, each a way to what they alone did. */
export function Changers({ data }: { data: ChangesData }) {
  const { say } = useWords()
  const { changers, only } = data
  if (changers.length === 0) return null
  return (
    <nav className="changers" aria-label={say('Whose changes')}>
      <ul>
        <li>
          <a href={addressOf(data, { author: null })} aria-current={only === null ? 'true' : undefined}>
            {say('Everybody')}
          </a>
        </li>
        {changers.map(({ person, places }) => (
          <li key={person.id} data-hue={person.hue}>
            <a href={addressOf(data, { author: person.id })} aria-current={only?.id === person.id ? 'true' : undefined}>
              <bdi>{person.name}</bdi> <span className="changers-count">{places}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
