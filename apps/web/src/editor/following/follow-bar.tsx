import type { Person } from '@forumpad/api'
import { useWords } from '../../languages/use-words.tsx'
import type { Say } from '../../languages/words.ts'
import styles from './follow-bar.module.css'
import type { Followed, Following } from './following.ts'
import { useFollowed } from './use-following.ts'

/** Says whom the page scrolls along with, and ends it. */
export function FollowBar({ following, people }: { following: Following; people: readonly Person[] }) {
  const { say, weave } = useWords()
  const followed = useFollowed(following)
  return (
    <div className={styles.place} role="status">
      {followed.is !== 'nobody' && (
        <div className={styles.bar} data-follow="">
          <span>{weave('Following {name}', { name: <bdi>{nameOf(followed, people, say)}</bdi> })}</span>
          <button type="button" className={styles.stop} onClick={() => following.follow({ is: 'nobody' })}>
            {say('Stop')}
          </button>
        </div>
      )}
    </div>
  )
}

function nameOf(followed: Followed, people: readonly Person[], say: Say): string {
  if (followed.is === 'person') return people.find(({ id }) => id === followed.id)?.name ?? say('somebody who has left')
  return followed.is === 'note-taker' ? say('the note taker') : say('what is written')
}
