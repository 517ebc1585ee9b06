import type { Event, FreezingState, ManyFrozen, ManyToFreeze, SessionWithActivity } from '@forumpad/api'
import { useId, useState } from 'react'
import { useWords } from '../languages/use-words.tsx'
import type { Say } from '../languages/words.ts'
import { askServer } from '../ui/ask-server.ts'
import { Button } from '../ui/button.tsx'
import { dayAndYear, wallTime } from '../ui/event-times.ts'
import { SelectField } from '../ui/select-field.tsx'
import styles from './freezing-desk.module.css'

const HOURS = [1, 6, 24, 48, 72, 168, 336]

type Props = { event: Event; sessions: readonly SessionWithActivity[]; hoursAfterEnd: number | null }

/** On the desk: when minutes become final by themselves, and the pads of a day, a track or all at once. */
export function FreezingDesk({ event, sessions, hoursAfterEnd }: Props) {
  return (
    <div className={styles.desk}>
      <ByThemselves event={event} chosenBefore={hoursAfterEnd} />
      <AtOnce event={event} sessions={sessions} />
    </div>
  )
}

function ByThemselves({ event, chosenBefore }: { event: Event; chosenBefore: number | null }) {
  const { say } = useWords()
  const id = useId()
  const [hours, setHours] = useState(chosenBefore)
  const [said, setSaid] = useState('')
  const choices = [...new Set(hours === null ? HOURS : [...HOURS, hours])].sort((a, b) => a - b)

  const choose = async (wish: number | null) => {
    const before = hours
    setHours(wish)
    const answer = await askServer<FreezingState>('PUT', `${pathOf(event)}/freezing`, { hoursAfterEnd: wish })
    setHours(answer.is === 'done' ? answer.body.hoursAfterEnd : before)
    setSaid(answer.is === 'done' ? say('Saved.') : say(answer.problem))
  }
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{say('Pads are frozen by themselves')}</label>
      <select
        id={id}
        className={styles.select}
        value={hours ?? ''}
        onChange={({ target }) => void choose(target.value === '' ? null : Number(target.value))}
      >
        <option value="">{say('never, only by hand')}</option>
        {choices.map((each) => (
          <option key={each} value={each}>
            {inWords(each, say)}
          </option>
        ))}
      </select>
      <span role="status" className={styles.soft}>
        {said}
      </span>
    </div>
  )
}

type Asked =
  | { is: 'nothing' }
  | { is: 'counted'; open: number }
  | { is: 'freezing'; open: number }
  | { is: 'said'; words: string }

function AtOnce({ event, sessions }: Omit<Props, 'hoursAfterEnd'>) {
  const words = useWords()
  const { say } = words
  const [day, setDay] = useState('')
  const [track, setTrack] = useState('')
  const [asked, setAsked] = useState<Asked>({ is: 'nothing' })
  const days = unique(
    sessions.flatMap(({ session: { start } }) => (start === null ? [] : [wallTime(start, event.timeZone).date])),
  )
  const tracks = unique(sessions.flatMap(({ session }) => session.track ?? []))
  // The list shows names of days.
  const dayNames = new Map(days.map((each) => [dayAndYear(each, words), each]))

  const ask = (dryRun: boolean) => {
    const wish: ManyToFreeze = {
      dryRun,
      ...(day === '' ? {} : { day: dayNames.get(day) ?? day }),
      ...(track === '' ? {} : { track }),
    }
    return askServer<ManyFrozen>('POST', `${pathOf(event)}/freeze`, wish)
  }
  const count = async () => {
    const answer = await ask(true)
    if (answer.is === 'problem') setAsked({ is: 'said', words: say(answer.problem) })
    else if (answer.body.open === 0)
      setAsked({ is: 'said', words: say('No pad of these takes text: there is nothing to freeze.') })
    else setAsked({ is: 'counted', open: answer.body.open })
  }
  const freeze = async (open: number) => {
    setAsked({ is: 'freezing', open })
    const answer = await ask(false)
    const said =
      answer.is === 'problem'
        ? say(answer.problem)
        : say('{count, plural, one {# pad frozen.} other {# pads frozen.}}', { count: answer.body.frozen })
    setAsked({ is: 'said', words: said })
  }
  const chosen = (set: (value: string) => void) => (value: string) => {
    set(value)
    setAsked({ is: 'nothing' })
  }
  return (
    <div className={styles.row}>
      <span>{say('Freeze now')}</span>
      <SelectField
        label={say('Day')}
        all={say('all days')}
        values={[...dayNames.keys()]}
        value={day}
        onChoose={chosen(setDay)}
      />
      {tracks.length > 0 && (
        <SelectField
          label={say('Track')}
          all={say('all tracks')}
          values={tracks}
          value={track}
          onChoose={chosen(setTrack)}
        />
      )}
      {asked.is === 'counted' ? (
        <Button onClick={() => void freeze(asked.open)}>
          {say('{count, plural, one {Freeze # pad} other {Freeze # pads}}', { count: asked.open })}
        </Button>
      ) : (
        <Button onClick={() => void count()} aria-disabled={asked.is === 'freezing' || undefined}>
          {say('Count them')}
        </Button>
      )}
      <span role="status" className={styles.soft}>
        {asked.is === 'counted' &&
          say('Nobody can write in them then; each says so, and a moderator can open it again.')}
        {asked.is === 'freezing' &&
          say('{count, plural, one {Freezing # pad.} other {Freezing # pads.}}', { count: asked.open })}
        {asked.is === 'said' && asked.words}
      </span>
    </div>
  )
}

const pathOf = ({ slug }: Event) => `/api/v1/events/${encodeURIComponent(slug)}`
const unique = (values: readonly string[]) => [...new Set(values)].sort()

function inWords(hours: number, say: Say): string {
  return hours % 24 === 0 && hours > 24
    ? say('{days, plural, other {# days after the session}}', { days: hours / 24 })
    : say('{hours, plural, one {# hour after the session} other {# hours after the session}}', { hours })
}
