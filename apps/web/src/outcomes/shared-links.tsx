import type { SharedLink } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import groups from './outcome-groups.module.css'
import styles from './shared-links.module.css'

/** Addresses that are named in several pads, with where they were discussed. */
export function SharedLinks({ links }: { links: readonly SharedLink[] }) {
  const { say } = useWords()
  if (links.length === 0) return null
  return (
    <section className={groups.group} aria-labelledby="shared-links">
      <h2 id="shared-links" className={groups.heading}>
        {say('Discussed in several sessions')}
      </h2>
      <ul>
        {links.map(({ url, title, places }) => (
          <li key={url} className={styles.link}>
            <a href={url} rel="noopener noreferrer" dir="auto">
              {title}
            </a>
            {title !== url && <span className={styles.address}>{url.replace(/^https?:\/\//, '')}</span>}
            <p className={styles.places}>
              {say('Discussed at')}{' '}
              {places.map(({ pad, title, line }, at) => (
                <span key={pad}>
                  {at > 0 && ', '}
                  <a href={`/p/${encodeURIComponent(pad)}#${line}`} dir="auto">
                    {title}
                  </a>
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
