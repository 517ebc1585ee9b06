import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { PageProps } from './page-props.ts'
import styles from './plain-page.module.css'

/** Makes this browser somebody's second device, when they say so. The form goes to the address that was opened. */
export function JoinPage({ data: { me, person } }: PageProps<'join'>) {
  const { say, weave } = useWords()
  return (
    <>
      <PageHeader />
      <main className={styles.main}>
        <h1 className={styles.title}>{weave('Go on here as {name}', { name: <bdi>{person.name}</bdi> })}</h1>
        <p className={styles.detail}>
          {me.id === person.id
            ? say('This browser is you already.')
            : weave(
                'What you write in this browser from now on is written by {name}, as on your first device. What {other} wrote here stays theirs.',
                { name: <bdi>{person.name}</bdi>, other: <bdi>{me.name}</bdi> },
              )}
        </p>
        <form method="post" className={styles.section}>
          <Button kind="primary" type="submit">
            {say('Go on')}
          </Button>
        </form>
      </main>
    </>
  )
}
