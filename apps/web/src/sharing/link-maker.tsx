import { type NewRoleLink, ROLES, type Role } from '@forumpad/api'
import { type FormEvent, useId, useState } from 'react'
import { sentence } from '../languages/sentence.ts'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { MadeLink } from './made-link.tsx'
import { ROLE_WORDS } from './role-words.ts'
import type { SharedThing } from './shared-thing.ts'
import styles from './sharing.module.css'

type Props = { thing: SharedThing; tracks: readonly string[]; make: (link: NewRoleLink) => Promise<string | null> }

const HOURS = { never: null, '1': 1, '24': 24, '168': 168 } as const
const EXPIRY_WORDS: Record<keyof typeof HOURS, string> = {
  never: sentence('Until it is revoked'),
  '1': sentence('For an hour'),
  '24': sentence('For a day'),
  '168': sentence('For a week'),
}

/** Makes a link: what it gives, whom it is for, how long it works. */
export function LinkMaker({ thing, tracks, make }: Props) {
  const { say } = useWords()
  const id = useId()
  const [role, setRole] = useState<Role>('editor')
  const [label, setLabel] = useState('')
  const [track, setTrack] = useState('')
  const [expiry, setExpiry] = useState<keyof typeof HOURS>('never')
  const [url, setUrl] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)

  const roles = ROLES.filter((each) => each !== 'organiser' || (thing.is === 'event' && track === ''))
  // A track has no organisers: whoever chose one before the track chooses again.
  const given = roles.includes(role) ? role : 'editor'

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isAsking) return
    setAsking(true)
    const hours = HOURS[expiry]
    const made = await make({
      role: given,
      ...(label.trim() === '' ? {} : { label: label.trim() }),
      ...(track === '' ? {} : { track }),
      ...(hours === null ? {} : { expiresAt: new Date(Date.now() + hours * 3_600_000).toISOString() }),
    })
    setAsking(false)
    setUrl(made)
    if (made !== null) setLabel('')
  }
  return (
    <section aria-labelledby={`${id}-make`} className={styles.group}>
      <h3 id={`${id}-make`} className={styles.heading}>
        {say('Make a link')}
      </h3>
      <form className={styles.form} onSubmit={submit}>
        <label className={styles.labelled}>
          {say('It makes whoever opens it')}
          <select className={styles.field} value={given} onChange={({ target }) => setRole(roleIn(target.value))}>
            {roles.map((each) => (
              <option key={each} value={each}>
                {say(ROLE_WORDS[each])}
              </option>
            ))}
          </select>
        </label>
        {tracks.length > 0 && (
          <label className={styles.labelled}>
            {say('In')}
            <select className={styles.field} value={track} onChange={({ target }) => setTrack(target.value)}>
              <option value="">{say('all pads of the event')}</option>
              {tracks.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className={styles.labelled}>
          {say('It works')}
          <select
            className={styles.field}
            value={expiry}
            onChange={({ target }) => setExpiry(target.value in HOURS ? (target.value as keyof typeof HOURS) : 'never')}
          >
            {Object.entries(EXPIRY_WORDS).map(([value, words]) => (
              <option key={value} value={value}>
                {say(words)}
              </option>
            ))}
          </select>
        </label>
        <TextField label={say('Whom it is for (you alone see this)')} maxLength={100} value={label} onText={setLabel} />
        <Button type="submit" aria-disabled={isAsking || undefined}>
          {say('Make the link')}
        </Button>
      </form>
      {url !== null && <MadeLink key={url} url={url} />}
    </section>
  )
}

function roleIn(value: string): Role {
  return ROLES.find((role) => role === value) ?? 'reader'
}
