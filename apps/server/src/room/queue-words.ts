import { placeOf, type Queue } from './queue.ts'

/** The queue in a sentence, for whoever asks in the chat. */
export function queueWords({ speaking, waiting }: Queue): string {
  if (!speaking && waiting.length === 0) return 'Nobody is waiting to speak.'
  const next = waiting.map(({ person }) => person.name).join(', ')
  const now = speaking ? `${speaking.person.name} is speaking.` : 'Nobody is speaking.'
  return next === '' ? `${now} Nobody is waiting.` : `${now} Then: ${next}.`
}

export function yourPlace(queue: Queue, person: string): string {
  const place = placeOf(queue, person)
  if (place === undefined) return 'You are not in the queue.'
  if (place === 0) return 'You have the floor. q- ends it.'
  return place === 1 ? 'You are next in the queue.' : `You are number ${place} in the queue.`
}
