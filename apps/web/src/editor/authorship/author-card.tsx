import type { Person } from '@forumpad/api'
import { useWords } from '../../languages/use-words.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { useFloating } from '../menus/use-floating.ts'
import styles from './author-card.module.css'
import { moreWords, whenWords } from './author-words.ts'
import { authorShares, shareWords } from './line-authors.ts'
import type { Pointed } from './use-author-of.ts'

type Props = { pointed: Pointed; person: (id: string) => Person; zone: string; side: 'above' | 'below' }

/** Who wrote the words that one asked about: a slip of paper above them that takes no clicks. */
export function AuthorCard({ pointed: { passages, place }, person, zone, side }: Props) {
  const words = useWords()
  const { say } = words
  const box = useFloating(side, () => place)
  const shares = authorShares(passages)
  const all = shares.reduce((sum, { length }) => sum + length, 0)
  return (
    <div ref={box} className={styles.card}>
      {shares.length === 0 && <p className={styles.more}>{say('Nobody has written in this line.')}</p>}
      {shares.map((share) => (
        <div key={share.author} className={styles.author}>
          <Avatar person={person(share.author)} size="small" />
          <div>
            <p className={styles.name}>
              <bdi>{person(share.author).name}</bdi>
              {shares.length > 1 && <span className={styles.share}>{shareWords(share.length, all, say)}</span>}
            </p>
            <p className={styles.more}>{whenWords(share.first, share.last, zone, words)}</p>
            {moreWords(share, person, words).map((more) => (
              <p key={more} className={styles.more}>
                {more}
              </p>
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}
