import type { Problem } from '@forumpad/api'
import { NOT_REACHED, NOT_TAKEN } from '../ui/ask-server.ts'

/** Asks the server to take no more text in a pad, or to take it again. Answers a sentence for the person if it did not. */
export async function freezePad(pad: string, isToBeFrozen: boolean): Promise<{ problem: string } | null> {
  const address = `/api/v1/pads/${encodeURIComponent(pad)}/${isToBeFrozen ? 'freeze' : 'thaw'}`
  try {
    const answer = await fetch(address, { method: 'POST' })
    if (answer.ok) return null
    const problem = (await answer.json().catch(() => null)) as Problem | null
    return { problem: problem?.detail ?? NOT_TAKEN }
  } catch {
    return { problem: NOT_REACHED }
  }
}
