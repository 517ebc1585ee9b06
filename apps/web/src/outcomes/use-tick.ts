import type { Outcome } from '@forumpad/api'
import { useState } from 'react'
import { askServer } from '../ui/ask-server.ts'

export type Tick = {
  done: boolean
  /** Why the last try failed, for the person. */
  problem: string | null
  toggle(): Promise<void>
}

/** The tick of one outcome: shown at once, and taken back with a sentence where the server does not take it. */
export function useTick({ pad, name, done: first }: Pick<Outcome, 'pad' | 'name' | 'done'>): Tick {
  const [done, setDone] = useState(first === true)
  const [problem, setProblem] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  return {
    done,
    problem,
    async toggle() {
      if (isAsking) return
      setAsking(true)
      setProblem(null)
      setDone(!done)
      const path = `/api/v1/pads/${encodeURIComponent(pad)}/outcomes/${encodeURIComponent(name)}`
      const answer = await askServer('PUT', path, { done: !done })
      setAsking(false)
      if (answer.is === 'done') return
      setDone(done)
      setProblem(answer.problem)
    },
  }
}
