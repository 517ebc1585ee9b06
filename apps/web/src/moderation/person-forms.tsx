import type { Person } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import styles from './moderation.module.css'

type Props = { event: string; person: Person; isBlocked: boolean }

/** What is done about somebody who disturbs. Forms, so that nothing need be loaded first. */
export function PersonForms({ event, person, isBlocked }: Props) {
  const { say, weave } = useWords()
  const action = (what: string) => `/e/${encodeURIComponent(event)}/moderation/${what}/${encodeURIComponent(person.id)}`
  return (
    <div className={styles.forms}>
      <form method="post" action={action(isBlocked ? 'lift' : 'block')}>
        <Button type="submit">{isBlocked ? say('Lift the block') : say('Block')}</Button>
      </form>
      <details>
        <summary>{weave('Undo everything of {name}', { name: <bdi>{person.name}</bdi> })}</summary>
        <form method="post" action={action('undo')}>
          <p className={styles.soft}>
            {say(
              'In all pads of this event that are not frozen: what they wrote goes, what they took away comes back, what others did stays. Each pad can be restored from its history.',
            )}
          </p>
          <Button type="submit">{say('Undo in all pads')}</Button>
        </form>
      </details>
    </div>
  )
}
