import { useWords } from '../languages/use-words.tsx'
import { SearchForm } from '../search/search-form.tsx'
import { SearchOutcome } from '../search/search-outcome.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import type { PageProps } from './page-props.ts'
import styles from './search-page.module.css'

/** Everything that one may read, by its words. */
export function SearchPage({ data }: PageProps<'search'>) {
  const { say } = useWords()
  const event = data.events.find(({ slug }) => slug === data.event)
  return (
    <>
      <PageHeader trail={event ? [{ label: event.title, href: `/e/${encodeURIComponent(event.slug)}` }] : []} />
      <main className={styles.main}>
        <h1>
          <VisuallyHidden>
            {data.q === '' ? say('Search') : say('Search for {words}', { words: data.q })}
          </VisuallyHidden>
        </h1>
        <SearchForm data={data} />
        <SearchOutcome data={data} />
      </main>
    </>
  )
}
