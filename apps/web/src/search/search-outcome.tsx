import type { SearchData } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { LinkButton } from '../ui/button.tsx'
import { pageAddress } from './page-address.ts'
import { SearchHits } from './search-hits.tsx'
import styles from './search-outcome.module.css'
import { SearchTips } from './search-tips.tsx'

/** What came of a search, or how to ask. */
export function SearchOutcome({ data }: { data: SearchData }) {
  const { say } = useWords()
  const { outcome } = data
  switch (outcome.is) {
    case 'nothing asked':
      return <SearchTips />
    case 'refused':
      return (
        <>
          <p className={styles.said} role="alert">
            {say(outcome.detail)}
          </p>
          <SearchTips />
        </>
      )
    case 'found': {
      const { total, page, pages, pads } = outcome.results
      return (
        <section aria-labelledby="found">
          <h2 id="found" className={styles.heading}>
            {total === 0
              ? say('No pad has all of that')
              : say('{count, plural, one {# pad} other {# pads}}', { count: total })}
            {pages > 1 && `, ${say('page {page} of {pages}', { page, pages })}`}
          </h2>
          {total === 0 ? <SearchTips /> : <SearchHits pads={pads} />}
          <nav className={styles.pages} aria-label={say('Pages of what was found')}>
            {page > 1 && (
              <LinkButton href={pageAddress(data, Math.min(page, pages + 1) - 1)}>{say('Better ones')}</LinkButton>
            )}
            {page < pages && <LinkButton href={pageAddress(data, page + 1)}>{say('More')}</LinkButton>}
          </nav>
        </section>
      )
    }
    default:
      return outcome satisfies never
  }
}
