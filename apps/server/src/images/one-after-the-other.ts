import { ProblemError } from '../http/problem-error.ts'

/** Does one thing after the other. Beyond `mostWaiting` that wait, each with an image in memory, it refuses with a 503. */
export function createOneAfterTheOther(mostWaiting: number) {
  let last: Promise<unknown> = Promise.resolve()
  let unfinished = 0
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (unfinished > mostWaiting)
      throw new ProblemError(
        503,
        'too-many-images',
        'Many images are being put in just now. Try again in a few seconds.',
      )
    unfinished += 1
    const result = last.then(work).finally(() => {
      unfinished -= 1
    })
    last = result.catch(() => {})
    return result
  }
}
