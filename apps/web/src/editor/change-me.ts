import type { Person, PersonChange, Problem } from '@forumpad/api'
import { NOT_REACHED, NOT_TAKEN } from '../ui/ask-server.ts'

/** Changes oneself on the server. Answers what the server made of it, or a sentence for the person. */
export async function changeMe(change: PersonChange): Promise<Person | { problem: string }> {
  try {
    const answer = await fetch('/api/v1/me', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(change),
    })
    if (answer.ok) return (await answer.json()) as Person
    const problem = (await answer.json().catch(() => null)) as Problem | null
    return { problem: problem?.detail ?? NOT_TAKEN }
  } catch {
    return { problem: NOT_REACHED }
  }
}
