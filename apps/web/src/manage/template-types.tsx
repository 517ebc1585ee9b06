import { LONGEST_TYPE, type TemplatesData, typeKey } from '@forumpad/api'
import { useId } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './templates.module.css'

type Props = Pick<TemplatesData, 'event' | 'type' | 'kept' | 'types'>

/** So many types of the agenda are offered; others are typed. */
const MOST = 24

/** Which template is looked at: that of all sessions, or of one type of them. Types come from the agenda, or are typed. */
export function TemplateTypes({ event, type, kept, types }: Props) {
  const { say } = useWords()
  const list = useId()
  const here = `/e/${encodeURIComponent(event.slug)}/templates`
  const isKept = new Set(kept.map(typeKey))
  const counts = new Map(types.map((each) => [typeKey(each.type), each.sessions]))
  const offered = types.filter((each) => !isKept.has(typeKey(each.type))).slice(0, MOST)
  const sessions = (count: number) => say('{count, plural, one {# session} other {# sessions}}', { count })
  const link = (name: string | null, words: string, about: string) => (
    <li key={name ?? ''}>
      <a
        href={name === null ? here : `${here}?${new URLSearchParams({ type: name })}`}
        aria-current={typeKey(name) === typeKey(type) ? 'page' : undefined}
        className={styles.type}
      >
        <bdi>{words}</bdi> <span className={styles.soft}>{about}</span>
      </a>
    </li>
  )
  return (
    <nav aria-label={say('Templates')} className={styles.types}>
      <ul className={styles.list}>
        {link(null, say('All sessions'), say('that have none of their own'))}
        {kept.map((name) => link(name, name, sessions(counts.get(typeKey(name)) ?? 0)))}
      </ul>
      {offered.length > 0 && (
        <details open={type !== null && !isKept.has(typeKey(type))}>
          <summary>{say('One of their own for a type or a track')}</summary>
          <ul className={styles.list}>{offered.map((each) => link(each.type, each.type, sessions(each.sessions)))}</ul>
        </details>
      )}
      <form action={here} className={styles.typed}>
        <TextField
          label={say('Another type')}
          name="type"
          required
          maxLength={LONGEST_TYPE}
          list={list}
          defaultValue=""
          action={<Button type="submit">{say('Write its template')}</Button>}
        />
        <datalist id={list}>
          {types.map((each) => (
            <option key={each.type} value={each.type} />
          ))}
        </datalist>
      </form>
    </nav>
  )
}
