import type { RoleLink } from '@forumpad/api'
import { useId } from 'react'
import { Button } from '../ui/button.tsx'
import { holderWords, linkName, scopeWords } from './role-words.ts'
import type { SharedThing } from './shared-thing.ts'
import styles from './sharing.module.css'

type Props = { thing: SharedThing; links: readonly RoleLink[] | null; revoke: (id: number) => void }

/** The links that there are, and who holds what by them. */
export function LinkList({ thing, links, revoke }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.group}>
      <h3 id={id} className={styles.heading}>
        Links
      </h3>
      {links === null && <p className={styles.soft}>Asking the server.</p>}
      {links?.length === 0 && <p className={styles.soft}>There are none yet.</p>}
      <ul className={styles.list}>
        {links?.map((link) => (
          <li key={link.id} className={styles.link} data-state={link.state}>
            <div className={styles.about}>
              <bdi className={styles.name}>{linkName(link)}</bdi>
              <span className={styles.soft}>
                {[thing.is === 'event' ? scopeWords(link.scope) : null, holderWords(link), until(link)]
                  .filter((words) => words !== null)
                  .join(' · ')}
              </span>
              {link.state === 'live' && link.holders.length > 0 && (
                <span className={styles.soft}>
                  <bdi>{link.holders.map(({ person }) => person.name).join(', ')}</bdi>
                </span>
              )}
            </div>
            {link.state === 'live' && (
              <Button kind="quiet" onClick={() => revoke(link.id)} aria-label={`Revoke: ${linkName(link)}`}>
                Revoke
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Only ever drawn in a browser, so in the reader's zone. */
function until({ state, expiresAt }: RoleLink): string | null {
  if (state !== 'live' || expiresAt === null) return null
  const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
  return `until ${words.format(new Date(expiresAt))}`
}
