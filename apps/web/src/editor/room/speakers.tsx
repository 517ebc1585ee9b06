import type { Hand, Person } from '@forumpad/api'
import { useWords } from '../../languages/use-words.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './room.module.css'
import type { RoomView } from './room-view.ts'
import { useRoom } from './use-room.ts'

type Props = { view: RoomView; me: Person; mayAct: boolean; keepsOrder: boolean }

/** Who speaks, and who waits in which order. */
export function Speakers({ view, me, mayAct, keepsOrder }: Props) {
  const { say } = useWords()
  const { room } = useRoom(view)
  if (room === null) return null
  const { speaking, waiting, away } = room
  const isMine = (hand: Hand | null) => hand?.person.id === me.id
  const place = waiting.findIndex(isMine)
  const mine = isMine(speaking)
    ? say('You have the floor.')
    : place < 0
      ? ''
      : place === 0
        ? say('You are next.')
        : say('You are number {number}.', { number: place + 1 })
  const entry = (hand: Hand) => (
    <>
      <Avatar person={hand.person} size="small" />
      <bdi className={styles.name}>{hand.person.name}</bdi>
      {away.includes(hand.person.id) && <span className={styles.away}>{say('away')}</span>}
      {keepsOrder && (
        <Button
          kind="quiet"
          className={styles.end}
          aria-label={say('Take {name} off the queue', { name: hand.person.name })}
          onClick={() => void view.wish({ is: 'dismiss', person: hand.person.id })}
        >
          {say('Remove')}
        </Button>
      )}
    </>
  )
  return (
    <section className={styles.section} aria-labelledby="room-speakers">
      <h3 className={styles.title} id="room-speakers">
        {say('Speakers')}
      </h3>
      {speaking && (
        <p className={styles.speaking}>
          <span className={styles.label}>{say('Speaking')}</span>
          {entry(speaking)}
        </p>
      )}
      {waiting.length > 0 ? (
        <ol className={styles.list} aria-label={say('Waiting to speak')}>
          {waiting.map((hand, index) => (
            <li key={hand.person.id} className={styles.entry}>
              <span className={styles.number} aria-hidden="true">
                {index + 1}
              </span>
              {entry(hand)}
            </li>
          ))}
        </ol>
      ) : (
        <p className={styles.none}>{say('Nobody is waiting to speak.')}</p>
      )}
      <div className={styles.actions}>
        {mine === '' ? (
          mayAct && <Button onClick={() => void view.wish({ is: 'raise' })}>{say('Raise your hand')}</Button>
        ) : (
          <Button onClick={() => void view.wish({ is: 'lower' })}>
            {isMine(speaking) ? say('I have spoken') : say('Lower your hand')}
          </Button>
        )}
        {keepsOrder && (waiting.length > 0 || speaking) && (
          <Button onClick={() => void view.callNext()}>
            {waiting.length > 0 ? say('Call the next') : say('Nobody speaks')}
          </Button>
        )}
      </div>
      <p className={styles.mine} role="status">
        {mine}
      </p>
    </section>
  )
}
