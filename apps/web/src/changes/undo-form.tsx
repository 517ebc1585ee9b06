import type { ChangesData, Person } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { padHref } from './changes-address.ts'

/** For moderators: undoes all that one person did between the two revisions, after a second click that says what will happen. */
export function UndoForm({ data: { pad, from, to }, person }: { data: ChangesData; person: Person }) {
  const { say, weave } = useWords()
  const name = <bdi>{person.name}</bdi>
  if (pad.frozenAt !== null) return null
  const action = `/undo-person/${encodeURIComponent(person.id)}/${from.revision}/${to.revision}`
  return (
    <details className="confirm">
      <summary>{weave('Undo all of this by {name}', { name })}</summary>
      <form method="post" action={padHref(pad.name, action)}>
        <p>
          {weave(
            'What {name} wrote between the two revisions goes, and what they took away comes back with its authors. What others did stays. You can restore revision {newest} to undo this.',
            { name, newest: pad.revision },
          )}
        </p>
        <button type="submit" className="strong">
          {say('Undo it now')}
        </button>
      </form>
    </details>
  )
}
