import type { ImportCandidate } from '@forumpad/api'
import { useId } from 'react'
import { useWords } from '../languages/use-words.tsx'
import styles from './imports.module.css'
import { placeWords } from './report-words.ts'

type Props = {
  title: string
  incoming: string
  candidates: readonly ImportCandidate[]
  zone: string
  /** The id of a known session, `new`, or null while nobody has decided. */
  decided: string | null
  decide: (incoming: string, session: string | null) => void
}

/** Which known session an unclear one is. Left open, it stays as it is. */
export function DecisionChoice({ title, incoming, candidates, zone, decided, decide }: Props) {
  const words = useWords()
  const { say } = words
  const name = useId()
  const choice = (session: string | null, shown: React.ReactNode) => (
    <label key={session ?? ''} className={styles.choice}>
      <input type="radio" name={name} checked={decided === session} onChange={() => decide(incoming, session)} />
      <span>{shown}</span>
    </label>
  )
  return (
    <fieldset className={styles.decision}>
      <legend>{words.weave('“{title}” is', { title: <bdi>{title}</bdi> })}</legend>
      {candidates.map(({ session, face, pad, edited }) =>
        choice(
          session,
          <>
            <bdi className={styles.name}>{face.title}</bdi>{' '}
            <bdi className={styles.soft}>{placeWords(face, zone, words)}</bdi>{' '}
            <a href={`/p/${encodeURIComponent(pad)}`} target="_blank" rel="noreferrer">
              {edited ? say('its pad, with notes') : say('its pad')}
            </a>
          </>,
        ),
      )}
      {choice('new', say('a new session, with a new pad'))}
      {choice(null, say('left open: nothing happens to it'))}
    </fieldset>
  )
}
