import type { Credit } from '@forumpad/api'
import type { StepMap } from '@tiptap/pm/transform'
import { append, type Passage } from './passages.ts'

/**
 * Where passages stand after a step of the editor: what stays keeps its author, however it was pushed about; what was put in is `mine`.
 * A guess until the server says: only it can tell what was cut here and put back there.
 */
export function carried(passages: readonly Passage[], step: StepMap, mine: Credit): Passage[] {
  const after: Passage[] = []
  let [gap, shift] = [Number.NEGATIVE_INFINITY, 0]
  const keep = (until: number) => {
    for (const { from, to, credit } of passages) {
      append(after, { from: Math.max(from, gap) + shift, to: Math.min(to, until) + shift, credit })
    }
  }
  step.forEach((oldStart, oldEnd, newStart, newEnd) => {
    keep(oldStart)
    append(after, { from: newStart, to: newEnd, credit: mine })
    gap = oldEnd
    shift = newEnd - oldEnd
  })
  keep(Number.POSITIVE_INFINITY)
  return after
}
