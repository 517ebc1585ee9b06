import type { Problem } from '@forumpad/api'
import { sentence } from '../languages/sentence.ts'

/** To be said where the answer is shown. */
export const NOT_TAKEN = sentence('The server did not take this. Try again in a moment.')
export const NOT_REACHED = sentence('The server cannot be reached. Try again when you are online.')

/** The server's answer, or a sentence for the person: the server's own, or one of ours that is still to be said in their language. */
export type Answer<Body> = { is: 'done'; body: Body } | { is: 'problem'; problem: string }

/** Asks the HTTP API. What it answers is of the type that its schema says. */
export function askServer<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
  return ask(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
}

/** Hands a file to the HTTP API, as it is. */
export function sendFile<Body>(path: string, file: File, type: string): Promise<Answer<Body>> {
  return ask(path, { method: 'POST', body: file, headers: { 'content-type': type } })
}

async function ask<Body>(path: string, request: RequestInit): Promise<Answer<Body>> {
  try {
    const answer = await fetch(path, request)
    const isJson = /\bjson\b/.test(answer.headers.get('content-type') ?? '')
    if (answer.status === 204) return { is: 'done', body: null as Body }
    // The page of a hotel's network is no answer of the server's, whatever its status.
    const said: unknown = isJson ? await answer.json() : null
    if (answer.ok && isJson) return { is: 'done', body: said as Body }
    return {
      is: 'problem',
      problem: (said as Problem | null)?.detail ?? NOT_TAKEN,
    }
  } catch {
    return { is: 'problem', problem: NOT_REACHED }
  }
}
