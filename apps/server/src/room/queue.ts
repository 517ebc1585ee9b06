import { type Hand, LONGEST_QUEUE, type Person } from '@forumpad/api'

/** Who speaks and who waits, in the order of their hands. Nobody is in it twice. */
export type Queue = { readonly speaking: Hand | null; readonly waiting: readonly Hand[] }

/** 0 for the speaker, 1 for the next, and so on; undefined for somebody who is not in the queue. */
export function placeOf({ speaking, waiting }: Queue, person: string): number | undefined {
  if (speaking?.person.id === person) return 0
  const at = waiting.findIndex((hand) => hand.person.id === person)
  return at < 0 ? undefined : at + 1
}

/** Somebody raises a hand. Whoever is in the queue keeps their place; a full queue stays as it is. */
export function raise(queue: Queue, person: Person, at: number): Queue {
  if (placeOf(queue, person.id) !== undefined || queue.waiting.length >= LONGEST_QUEUE) return queue
  return { ...queue, waiting: [...queue.waiting, { person, at }] }
}

/** Somebody's hand goes down, or they have spoken. */
export function lower(queue: Queue, person: string): Queue {
  if (placeOf(queue, person) === undefined) return queue
  return {
    speaking: queue.speaking?.person.id === person ? null : queue.speaking,
    waiting: queue.waiting.filter((hand) => hand.person.id !== person),
  }
}

/** The next may speak after `after`, who has spoken; null if nobody did. The very same queue if somebody else speaks by now. */
export function callNext(queue: Queue, after: string | null): Queue {
  const { speaking, waiting } = queue
  if ((speaking?.person.id ?? null) !== after) return queue
  const [next, ...others] = waiting
  return next === undefined && speaking === null ? queue : { speaking: next ?? null, waiting: others }
}
