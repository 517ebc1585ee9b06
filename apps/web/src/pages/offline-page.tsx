import { useWords } from '../languages/use-words.tsx'
import { useKeptPages } from '../offline/use-kept-pages.ts'
import { Button } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import styles from './plain-page.module.css'

/** There is no network, and this address is not kept here: what can be opened all the same. */
export function OfflinePage() {
  const { say } = useWords()
  const kept = useKeptPages()
  return (
    <>
      <PageHeader />
      <main className={styles.main}>
        <h1 className={styles.title}>{say('This page was not opened on this device yet')}</h1>
        <p className={styles.detail}>
          {say('The server cannot be reached. What you opened here before opens again without it.')}
        </p>
        {kept.length > 0 && (
          <section className={styles.section} aria-labelledby="kept">
            <h2 id="kept" className={styles.heading}>
              {say('Kept on this device')}
            </h2>
            <ul>
              {kept.map(({ path, title }) => (
                <li key={path}>
                  <a className={styles.entry} href={path}>
                    <span className={styles.name} dir="auto">
                      {title}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className={styles.back}>
          <Button kind="primary" onClick={() => location.reload()}>
            {say('Try again')}
          </Button>
        </p>
      </main>
    </>
  )
}
