import type { Person, PersonChange, Problem } from '@forumpad/api'

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
    return { problem: problem?.detail ?? 'The server did not take this. Try again in a moment.' }
  } catch {
    return { problem: 'The server cannot be reached. Try again when you are online.' }
  }
}
