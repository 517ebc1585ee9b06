import type { Problem } from '@forumpad/api'

/** Asks the server to take no more text in a pad, or to take it again. Answers a sentence for the person if it did not. */
export async function freezePad(pad: string, isToBeFrozen: boolean): Promise<{ problem: string } | null> {
  const address = `/api/v1/pads/${encodeURIComponent(pad)}/${isToBeFrozen ? 'freeze' : 'thaw'}`
  try {
    const answer = await fetch(address, { method: 'POST' })
    if (answer.ok) return null
    const problem = (await answer.json().catch(() => null)) as Problem | null
    return { problem: problem?.detail ?? 'The server did not take this. Try again in a moment.' }
  } catch {
    return { problem: 'The server cannot be reached. Try again when you are online.' }
  }
}
