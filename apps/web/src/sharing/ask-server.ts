import type { Problem } from '@forumpad/api'

/** The server's answer, or a sentence for the person. */
export type Answer<Body> = { is: 'done'; body: Body } | { is: 'problem'; problem: string }

/** Asks the HTTP API. What it answers is of the type that its schema says. */
export async function askServer<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
  try {
    const answer = await fetch(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const said: unknown = answer.status === 204 ? null : await answer.json().catch(() => null)
    if (answer.ok) return { is: 'done', body: said as Body }
    return {
      is: 'problem',
      problem: (said as Problem | null)?.detail ?? 'The server did not take this. Try again in a moment.',
    }
  } catch {
    return { is: 'problem', problem: 'The server cannot be reached. Try again when you are online.' }
  }
}
