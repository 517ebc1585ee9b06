import { createHash } from 'node:crypto'

/** A feed as it is sent. */
export type FeedAnswer = { body: string; etag: string }

/** So long one making serves all who ask: an app on a thousand phones asks for the same at once. */
const FRESH_MS = 2_000
const MOST = 40

/** Makes a feed, unless it was made a moment ago. Those who ask together share one making. */
export function createFeedAnswers(now: () => number) {
  const made = new Map<string, { at: number; answer: Promise<FeedAnswer> }>()

  return (key: string, make: () => Promise<string>): Promise<FeedAnswer> => {
    const known = made.get(key)
    if (known && now() - known.at < FRESH_MS) return known.answer
    const answer = make().then((body) => ({ body, etag: etagOf(body) }))
    made.delete(key)
    made.set(key, { at: now(), answer })
    answer.catch(() => made.delete(key))
    for (const [oldest] of made) {
      if (made.size <= MOST) break
      made.delete(oldest)
    }
    return answer
  }
}

function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}

/** Whether a client has this already (RFC 9110, 13.1.2; weakly, since it may have been packed on the way). */
export function hasAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, '')))
}
