import type { Person, Role } from '@forumpad/api'
import { Eye } from 'lucide-react'
import { sentence } from '../../languages/sentence.ts'
import { useWords } from '../../languages/use-words.tsx'
import type { Say } from '../../languages/words.ts'
import { Avatar } from '../../ui/avatar.tsx'
import type { LivePad } from '../live-pad.ts'
import type { Following } from './following.ts'
import styles from './people-list.module.css'
import { type Present, presentIn } from './present.ts'
import { useFollowed, usePresence } from './use-following.ts'

/** An editor is what most are: no word about it. */
const ROLE_WORDS: Record<Role, string | null> = {
  reader: sentence('reads'),
  editor: null,
  moderator: sentence('moderator'),
  organiser: sentence('organiser'),
}

type Props = {
  pad: LivePad
  people: readonly Person[]
  me: Person
  following: Following
  /** Somebody is followed now: the list may go. */
  onFollow(): void
}

/** Everybody who is here: what they are and do, and a way to follow each. */
export function PeopleList({ pad, people, me, following, onFollow }: Props) {
  const { say } = useWords()
  usePresence(pad, following)
  const followed = useFollowed(following)
  const present = presentIn(pad.connection.awareness)
  return (
    <>
      {people.length > 1 && (
        <button
          type="button"
          className={styles.follow}
          aria-pressed={followed.is === 'note-taker'}
          onClick={() => {
            following.follow({ is: 'note-taker' })
            onFollow()
          }}
        >
          <Eye size={16} strokeWidth={1.75} aria-hidden="true" />
          {say('Follow the note taker')}
        </button>
      )}
      <ul className={styles.list}>
        {people.map((person) => (
          <li key={person.id} className={styles.person}>
            <Avatar person={person} size="small" />
            <span className={styles.name}>
              <bdi>{person.name}</bdi>
              <span className={styles.about}>{wordsFor(person, me, present.get(person.id), following, say)}</span>
            </span>
            {person.id !== me.id && (
              <button
                type="button"
                className={styles.one}
                aria-label={say('Follow {name}', { name: person.name })}
                title={say('Follow {name}', { name: person.name })}
                aria-pressed={followed.is === 'person' && followed.id === person.id}
                onClick={() => {
                  following.follow({ is: 'person', id: person.id })
                  onFollow()
                }}
              >
                <Eye size={16} strokeWidth={1.75} aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
      <a className={styles.wall} href="?view=projector" target="_blank" rel="noopener">
        {say('Show this pad on the wall')}
      </a>
    </>
  )
}

function wordsFor({ id }: Person, me: Person, present: Present | undefined, { writing }: Following, say: Say): string {
  const does = writing.isTyping(id) ? say('typing') : present?.isAway ? say('away') : null
  const role = present?.role ? ROLE_WORDS[present.role] : null
  return [id === me.id ? say('you') : null, role && say(role), does].filter((word) => word !== null).join(', ')
}
