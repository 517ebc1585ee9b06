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
    const isJson = /\bjson\b/.test(answer.headers.get('content-type') ?? '')
    if (answer.status === 204) return { is: 'done', body: null as Body }
    // The page of a hotel's network is no answer of the server's, whatever its status.
    const said: unknown = isJson ? await answer.json() : null
    if (answer.ok && isJson) return { is: 'done', body: said as Body }
    return {
      is: 'problem',
      problem: (said as Problem | null)?.detail ?? 'The server did not take this. Try again in a moment.',
    }
  } catch {
    return { is: 'problem', problem: 'The server cannot be reached. Try again when you are online.' }
  }
}
