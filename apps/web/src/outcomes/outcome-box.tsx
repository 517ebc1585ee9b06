import type { Outcome } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import styles from './outcome-box.module.css'
import type { Tick } from './use-tick.ts'

type Props = {
  outcome: Outcome
  tick: Tick
  mayTick: boolean
  /** Where a page without script comes back to. */
  back: string
}

/** The box of an action: ticks its line in the pad, with script at once, without by a form. Who may not tick sees how it stands. */
export function OutcomeBox({ outcome, tick, mayTick, back }: Props) {
  const { say } = useWords()
  if (outcome.done === null) return null
  if (!mayTick || !outcome.box) {
    return (
      <span className={styles.state} data-done={tick.done || undefined}>
        <VisuallyHidden>{tick.done ? say('Done:') : say('Open:')} </VisuallyHidden>
      </span>
    )
  }
  const line = `/p/${encodeURIComponent(outcome.pad)}/outcomes/${encodeURIComponent(outcome.name)}`
  return (
    <form
      method="post"
      action={`${line}/${tick.done ? 'open' : 'done'}?back=${encodeURIComponent(back)}`}
      onSubmit={(event) => {
        event.preventDefault()
        void tick.toggle()
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: without script only a button sends its form */}
      <button
        type="submit"
        role="checkbox"
        aria-checked={tick.done}
        aria-label={say('Done: {text}', { text: outcome.text })}
        className={styles.box}
      />
    </form>
  )
}
