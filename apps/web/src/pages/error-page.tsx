import { errorTitle } from '../document/error-title.ts'
import { useWords } from '../languages/use-words.tsx'
import { LinkButton } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { PageProps } from './page-props.ts'
import styles from './plain-page.module.css'

/** What went wrong and the way out. */
export function ErrorPage({ data: { status, title, detail } }: PageProps<'error'>) {
  const { say } = useWords()
  return (
    <>
      <PageHeader />
      <main className={styles.main}>
        <p className={styles.status}>{status}</p>
        <h1 className={styles.title} dir="auto">
          {errorTitle(title, say)}
        </h1>
        <p className={styles.detail}>{say(detail)}</p>
        <p className={styles.back}>
          <LinkButton href="/">{say('To the start page')}</LinkButton>
        </p>
      </main>
    </>
  )
}
