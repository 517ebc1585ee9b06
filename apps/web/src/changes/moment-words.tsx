import { useWords } from '../languages/use-words.tsx'
import type { Words } from '../languages/words.ts'
import { clock, dayAndYear, wallTime, zoneName } from '../ui/event-times.ts'

/** A revision and when it was. */
export function MomentWords({ moment, zone }: { moment: { revision: number; at: string | null }; zone: string }) {
  const words = useWords()
  if (moment.revision === 0) return words.say('the beginning')
  return (
    <span className="changes-moment">
      {words.say('revision {number}', { number: moment.revision })}
      {moment.at !== null && (
        <>
          {' '}
          (<time dateTime={moment.at}>{momentInWords(moment.at, zone, words)}</time>)
        </>
      )}
    </span>
  )
}

/** `Wed 10 May 2017, 14:40 EDT`. */
export function momentInWords(at: string, zone: string, words: Words): string {
  const day = dayAndYear(wallTime(at, zone).date, words)
  return words.say('{day}, {time} {zone}', { day, time: clock(at, zone), zone: zoneName(at, zone, words) })
}
