import type { RoleLink } from '@forumpad/api'
import { useId } from 'react'
import { useWords } from '../languages/use-words.tsx'
import type { Words } from '../languages/words.ts'
import { Button } from '../ui/button.tsx'
import { clock, dayName, wallTime } from '../ui/event-times.ts'
import { holderWords, linkName, scopeWords } from './role-words.ts'
import type { SharedThing } from './shared-thing.ts'
import styles from './sharing.module.css'
import { UndoLink } from './undo-link.tsx'

type Props = { thing: SharedThing; links: readonly RoleLink[] | null; revoke: (id: number) => void }

/** The links that there are, and who holds what by them. */
export function LinkList({ thing, links, revoke }: Props) {
  const words = useWords()
  const { say } = words
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.group}>
      <h3 id={id} className={styles.heading}>
        {say('Links')}
      </h3>
      {links === null && <p className={styles.soft}>{say('Asking the server.')}</p>}
      {links?.length === 0 && <p className={styles.soft}>{say('There are none yet.')}</p>}
      <ul className={styles.list}>
        {links?.map((link) => (
          <li key={link.id} className={styles.link} data-state={link.state}>
            <div className={styles.about}>
              <bdi className={styles.name}>{linkName(link, say)}</bdi>
              <span className={styles.soft}>
                {[thing.is === 'event' ? scopeWords(link.scope, say) : null, holderWords(link, say), until(link, words)]
                  .filter((fact) => fact !== null)
                  .join(' · ')}
              </span>
              {link.state === 'live' && link.holders.length > 0 && (
                <span className={styles.soft}>
                  <bdi>{link.holders.map(({ person }) => person.name).join(', ')}</bdi>
                </span>
              )}
            </div>
            {link.state === 'live' && (
              <Button
                kind="quiet"
                onClick={() => revoke(link.id)}
                aria-label={say('Revoke: {name}', { name: linkName(link, say) })}
              >
                {say('Revoke')}
              </Button>
            )}
            {thing.is === 'pad' && link.role !== 'reader' && link.holders.length > 0 && (
              <UndoLink pad={thing.pad} link={link} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Only ever drawn in a browser, so in the reader's zone. */
function until({ state, expiresAt }: RoleLink, words: Words): string | null {
  if (state !== 'live' || expiresAt === null) return null
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const day = dayName(wallTime(expiresAt, zone).date, words)
  return words.say('until {day}, {time}', { day, time: clock(expiresAt, zone) })
}
