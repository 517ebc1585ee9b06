import type { Hand, Person } from '@forumpad/api'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './room.module.css'
import type { RoomView } from './room-view.ts'
import { useRoom } from './use-room.ts'

type Props = { view: RoomView; me: Person; mayAct: boolean; keepsOrder: boolean }

/** Who speaks, and who waits in which order. */
export function Speakers({ view, me, mayAct, keepsOrder }: Props) {
  const { room } = useRoom(view)
  if (room === null) return null
  const { speaking, waiting, away } = room
  const isMine = (hand: Hand | null) => hand?.person.id === me.id
  const place = waiting.findIndex(isMine)
  const mine = isMine(speaking)
    ? 'You have the floor.'
    : place < 0
      ? ''
      : place === 0
        ? 'You are next.'
        : `You are number ${place + 1}.`
  const entry = (hand: Hand) => (
    <>
      <Avatar person={hand.person} size="small" />
      <bdi className={styles.name}>{hand.person.name}</bdi>
      {away.includes(hand.person.id) && <span className={styles.away}>away</span>}
      {keepsOrder && (
        <Button
          kind="quiet"
          className={styles.end}
          aria-label={`Take ${hand.person.name} off the queue`}
          onClick={() => void view.wish({ is: 'dismiss', person: hand.person.id })}
        >
          Remove
        </Button>
      )}
    </>
  )
  return (
    <section className={styles.section} aria-labelledby="room-speakers">
      <h3 className={styles.title} id="room-speakers">
        Speakers
      </h3>
      {speaking && (
        <p className={styles.speaking}>
          <span className={styles.label}>Speaking</span>
          {entry(speaking)}
        </p>
      )}
      {waiting.length > 0 ? (
        <ol className={styles.list} aria-label="Waiting to speak">
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
        <p className={styles.none}>Nobody is waiting to speak.</p>
      )}
      <div className={styles.actions}>
        {mine === '' ? (
          mayAct && <Button onClick={() => void view.wish({ is: 'raise' })}>Raise your hand</Button>
        ) : (
          <Button onClick={() => void view.wish({ is: 'lower' })}>
            {isMine(speaking) ? 'I have spoken' : 'Lower your hand'}
          </Button>
        )}
        {keepsOrder && (waiting.length > 0 || speaking) && (
          <Button onClick={() => void view.callNext()}>{waiting.length > 0 ? 'Call the next' : 'Nobody speaks'}</Button>
        )}
      </div>
      <p className={styles.mine} role="status">
        {mine}
      </p>
    </section>
  )
}
