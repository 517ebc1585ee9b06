import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { PageProps } from './page-props.ts'
import styles from './plain-page.module.css'

/** Nothing is here under this name: what was meant, perhaps, or a button to make it. */
export function NoSuchPadPage({ data: { name, creatable, nearest, onNow } }: PageProps<'no-such-pad'>) {
  const { say, weave } = useWords()
  return (
    <>
      <PageHeader />
      <main className={styles.main}>
        <h1 className={styles.title}>
          {weave('There is no pad <q>{name}</q>', { name, q: (words) => <q dir="auto">{words}</q> })}
        </h1>
        {nearest.length > 0 && (
          <section className={styles.section} aria-labelledby="nearest">
            <h2 id="nearest" className={styles.heading}>
              {say('Did you mean')}
            </h2>
            <ul>
              {nearest.map((pad) => (
                <li key={pad.name}>
                  <a className={styles.entry} href={`/p/${encodeURIComponent(pad.name)}`}>
                    <span className={styles.name} dir="auto">
                      {pad.title}
                    </span>
                    <span className={styles.address}>{pad.name}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        {onNow.length > 0 && (
          <section className={styles.section} aria-labelledby="on-now">
            <h2 id="on-now" className={styles.heading}>
              {say('On now')}
            </h2>
            <ul>
              {onNow.map((session) => (
                <li key={session.pad}>
                  <a className={styles.entry} href={`/p/${encodeURIComponent(session.pad)}`}>
                    <span className={styles.name} dir="auto">
                      {session.title}
                    </span>
                    <span className={styles.facts} dir="auto">
                      {session.room}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        {creatable !== null && (
          <form className={styles.make} method="post" action={`/p/${encodeURIComponent(creatable)}`}>
            <p>
              {weave('A new pad gets the address {address} and keeps it.', {
                address: <code dir="auto">{`/p/${creatable}`}</code>,
              })}
            </p>
            <Button kind="primary" type="submit">
              {say('Make this pad')}
            </Button>
          </form>
        )}
        <p className={styles.back}>
          <a href="/">{say('To the start page')}</a>
        </p>
      </main>
    </>
  )
}
