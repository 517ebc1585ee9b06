import type { OutcomesData } from '@forumpad/api'
import { type ChangeEvent, useId } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { dayName } from '../ui/event-times.ts'
import { isNarrowed, viewAddress } from './filter-address.ts'
import styles from './outcome-filters.module.css'

type Props = Pick<OutcomesData, 'filter' | 'by' | 'choices'> & { event: string }
type Choice = { value: string; words: string }

/** Whose, about what, of which day: a form that works without script, and with it as soon as something is chosen. */
export function OutcomeFilters({ event, filter, by, choices }: Props) {
  const words = useWords()
  const { say } = words
  const send = ({ target }: ChangeEvent<HTMLSelectElement>) => target.form?.requestSubmit()
  const same = (values: readonly string[]) => values.map((value) => ({ value, words: value }))
  return (
    <search className={styles.search}>
      <form className={styles.filters} action={viewAddress(event, { filter: {}, by: 'session' })} method="get">
        {filter.kind && <input type="hidden" name="kind" value={filter.kind} />}
        <Choose
          name="state"
          label={say('Open or done')}
          value={filter.state}
          all={say('Open and done')}
          onChange={send}
        >
          {[
            { value: 'open', words: say('Open‖not done') },
            { value: 'done', words: say('Done‖not open') },
          ]}
        </Choose>
        <Choose name="person" label={say('Person')} value={filter.person} all={say('Everybody')} onChange={send}>
          {same(choices.people)}
        </Choose>
        <Choose name="tag" label={say('Hashtag')} value={filter.tag} all={say('All hashtags')} onChange={send}>
          {choices.tags.map((value) => ({ value, words: `##${value}` }))}
        </Choose>
        <Choose name="day" label={say('Day')} value={filter.day} all={say('All days')} onChange={send}>
          {choices.days.map((value) => ({ value, words: dayName(value, words) }))}
        </Choose>
        <Choose name="track" label={say('Track')} value={filter.track} all={say('All tracks')} onChange={send}>
          {same(choices.tracks)}
        </Choose>
        <Choose name="series" label={say('Series')} value={filter.series} all={say('All sessions')} onChange={send}>
          {choices.series.map(({ id, title }) => ({ value: id, words: title }))}
        </Choose>
        <Choose
          name="by"
          label={say('Grouped')}
          value={by === 'person' ? by : ''}
          all={say('By session')}
          onChange={send}
        >
          {[{ value: 'person', words: say('By person') }]}
        </Choose>
        <Button type="submit" className={styles.send}>
          {say('Show')}
        </Button>
        {isNarrowed(filter) && (
          <a href={viewAddress(event, { filter: filter.kind ? { kind: filter.kind } : {}, by })}>{say('Clear')}</a>
        )}
      </form>
    </search>
  )
}

type ChooseProps = {
  name: string
  label: string
  value: string | undefined
  all: string
  onChange: (event: ChangeEvent<HTMLSelectElement>) => void
  children: readonly Choice[]
}

/** Not there where there is nothing to choose. What was chosen is there even if nothing is found by it any more. */
function Choose({ name, label, value = '', all, onChange, children: choices }: ChooseProps) {
  const id = useId()
  if (choices.length === 0 && value === '') return null
  const isKnown = value === '' || choices.some((choice) => choice.value === value)
  return (
    <label className={styles.choose} htmlFor={id}>
      <span className={styles.label}>{label}</span>
      <select id={id} name={name} className={styles.select} defaultValue={value} onChange={onChange}>
        <option value="">{all}</option>
        {!isKnown && <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </select>
    </label>
  )
}
