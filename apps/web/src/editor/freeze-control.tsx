import { useState } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import styles from './freeze-control.module.css'
import { freezePad } from './freeze-pad.ts'

/**
 * For organisers: takes no more text in the pad, or takes it again. What it says follows the pad, also when somebody else freezes it, and
 * stands at one place, so that nothing moves.
 */
export function FreezeControl({ pad, isFrozen }: { pad: string; isFrozen: boolean }) {
  const { say } = useWords()
  const [problem, setProblem] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)

  const ask = async () => {
    if (isAsking) return
    setAsking(true)
    const answer = await freezePad(pad, !isFrozen)
    setAsking(false)
    setProblem(answer?.problem ?? null)
  }
  return (
    <div className={styles.control}>
      {problem !== null && <span role="alert">{say(problem)}</span>}
      <Button kind="quiet" onClick={ask} aria-disabled={isAsking || undefined}>
        {isFrozen ? say('Reopen this pad') : say('Freeze this pad')}
      </Button>
    </div>
  )
}
