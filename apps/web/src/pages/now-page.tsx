import { useWords } from '../languages/use-words.tsx'
import { NowBoard } from '../now/board.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import styles from './agenda-page.module.css'
import type { PageProps } from './page-props.ts'

/** What is on now and next in every room of an event. */
export function NowPage({ data }: PageProps<'now'>) {
  const { say } = useWords()
  const { event } = data.board
  return (
    <>
      <PageHeader
        trail={[{ label: event.title, href: `/e/${encodeURIComponent(event.slug)}` }, { label: say('Now') }]}
      />
      <main className={styles.main}>
        <NowBoard data={data} />
      </main>
    </>
  )
}
