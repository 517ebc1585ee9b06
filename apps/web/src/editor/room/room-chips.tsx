import type { Person, SessionFacts } from '@forumpad/api'
import { X } from 'lucide-react'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useWords } from '../../languages/use-words.tsx'
import { Button } from '../../ui/button.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import type { Asides } from '../asides.ts'
import { padHref } from '../pad-links.ts'
import { endingSoon } from './ending-soon.ts'
import styles from './room.module.css'
import type { RoomView } from './room-view.ts'
import { timeLeft } from './time-left.ts'
import { useRoom, useServerNow } from './use-room.ts'

type Props = { view: RoomView; asides: Asides; me: Person; facts: SessionFacts | null; mayAct: boolean }

/** What everybody in the room should have in sight, laid over the page: the timer, that one has the floor, that the session ends soon. */
export function RoomChips({ view, asides, me, facts, mayAct }: Props) {
  const { say, weave } = useWords()
  const { room } = useRoom(view)
  const timer = room?.timer ?? null
  const now = useServerNow(asides, timer !== null || facts?.session.end != null)
  const [dismissed, setDismissed] = useState(false)
  const ending = dismissed ? null : endingSoon(facts, now)
  const hasFloor = room?.speaking?.person.id === me.id
  const left = timer && timeLeft(timer, now)
  return createPortal(
    <div className={styles.chips}>
      {timer && left && (
        <section className={styles.chip} aria-label={say('Timer')}>
          <span className={styles.topic} dir="auto">
            {timer.topic}
          </span>
          <span className={styles.left} data-over={left.over || undefined} role="timer">
            {left.words}
          </span>
          {mayAct && (
            <Button
              kind="quiet"
              aria-label={say('Stop the timer')}
              title={say('Stop')}
              onClick={() => void view.wish({ is: 'stop' })}
            >
              <X size={16} strokeWidth={1.75} aria-hidden="true" />
            </Button>
          )}
        </section>
      )}
      <div role="status">
        {hasFloor && (
          <div className={styles.chip}>
            <p>{say('You have the floor.')}</p>
            <Button kind="quiet" onClick={() => void view.wish({ is: 'lower' })}>
              {say('I have spoken')}
            </Button>
          </div>
        )}
      </div>
      <div role="status">
        {ending && (
          <div className={styles.chip}>
            <p>
              {/* Told once, in words that stay the same; the eye sees the minutes go. */}
              <VisuallyHidden>{say('This session ends in a few minutes.')}</VisuallyHidden>
              <span aria-hidden="true">
                {say(
                  '{minutes, plural, one {This session ends in about # minute.} other {This session ends in about # minutes.}}',
                  { minutes: ending.minutes },
                )}
              </span>
              {ending.next && (
                <>
                  {' '}
                  {weave('Next here: {session}', {
                    session: (
                      <a href={padHref(ending.next)} dir="auto">
                        {ending.next.title}
                      </a>
                    ),
                  })}
                </>
              )}
            </p>
            <Button
              kind="quiet"
              aria-label={say('Understood')}
              title={say('Understood')}
              onClick={() => setDismissed(true)}
            >
              <X size={16} strokeWidth={1.75} aria-hidden="true" />
            </Button>
          </div>
        )}
      </div>
    </div>,
    document.body,
  )
}
