import type { RoleLink, UndoPersonDone } from '@forumpad/api'
import { useState } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { askServer } from '../ui/ask-server.ts'
import { Button } from '../ui/button.tsx'
import { linkName } from './role-words.ts'
import styles from './sharing.module.css'

type State = { is: 'closed' } | { is: 'asking' | 'undoing'; problem: string | null }

/** Takes back what all who opened a link wrote in a pad since, after saying what that means. */
export function UndoLink({ pad, link }: { pad: string; link: RoleLink }) {
  const { say } = useWords()
  const [state, setState] = useState<State>({ is: 'closed' })
  const address = encodeURIComponent(pad)

  async function undo(): Promise<void> {
    setState({ is: 'undoing', problem: null })
    const answer = await askServer<UndoPersonDone>('POST', `/api/v1/pads/${address}/undo-link`, { link: link.id })
    if (answer.is === 'problem') return setState({ is: 'asking', problem: answer.problem })
    const { changed, before, revision } = answer.body
    if (changed) location.assign(`/p/${address}/changes?from=${before}&to=${revision}`)
    else setState({ is: 'asking', problem: say('Nothing of theirs is left in this pad.') })
  }

  if (state.is === 'closed')
    return (
      <Button
        kind="quiet"
        onClick={() => setState({ is: 'asking', problem: null })}
        aria-label={say('Undo what was written with {name}', { name: linkName(link, say) })}
      >
        {say('Undo…')}
      </Button>
    )
  return (
    <div className={styles.undo}>
      <p>
        {say(
          'Everything that those who opened this link did in this pad since then is undone: what they wrote goes, what they took away comes back, what others wrote stays. The history tells who wrote, not by which link: what they wrote by another way meanwhile goes too.',
        )}
      </p>
      <p role="alert" className={styles.problem}>
        {state.problem}
      </p>
      <div className={styles.ways}>
        <Button onClick={() => setState({ is: 'closed' })}>{say('Keep it')}</Button>
        <Button kind="primary" aria-disabled={state.is === 'undoing' || undefined} onClick={undo}>
          {say('Undo all of it')}
        </Button>
      </div>
    </div>
  )
}
