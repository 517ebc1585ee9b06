import { useWords } from '../languages/use-words.tsx'
import type { Say } from '../languages/words.ts'
import { ChangeList } from '../moderation/change-list.tsx'
import { HeldLinks } from '../moderation/held-links.tsx'
import { LockForm } from '../moderation/lock-form.tsx'
import moderation from '../moderation/moderation.module.css'
import { PersonForms } from '../moderation/person-forms.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import records from '../ui/records.module.css'
import { EventTime } from '../ui/time.tsx'
import styles from './outcomes-page.module.css'
import type { PageProps } from './page-props.ts'

/** What was done lately in all pads of an event, and what moderators do about it. Whole without script. */
export function ModerationPage({
  data: { event, changes, next, only, blocked, isLocked, holdsLinks, heldLinks, undone },
}: PageProps<'moderation'>) {
  const { say, weave } = useWords()
  const address = `/e/${encodeURIComponent(event.slug)}`
  const here = `${address}/moderation`
  const isBlocked = blocked.some(({ person }) => person.id === only?.id)
  return (
    <>
      <PageHeader
        trail={[
          { label: event.title, href: address },
          { label: say('Desk'), href: `${address}/manage` },
          { label: say('Moderation') },
        ]}
      />
      <main className={styles.main}>
        <h1 className={styles.title} dir="auto">
          {only === null ? say('Moderation') : only.name}
        </h1>
        {undone !== null && (
          <p role="status" className={moderation.note}>
            {undoneWords(undone, say)}
          </p>
        )}
        {only !== null && <PersonForms event={event.slug} person={only} isBlocked={isBlocked} />}
        <section aria-labelledby="recent" className={records.section}>
          <h2 id="recent" className={records.heading}>
            {say('Recent changes')}
          </h2>
          <p className={moderation.soft}>
            {changes.length === 0
              ? say('Nobody has written here yet.')
              : say(
                  'In all pads of the event, in letters. A name shows what that person did, and what can be done about it.',
                )}
          </p>
          <ChangeList event={event.slug} changes={changes} zone={event.timeZone} />
          <p className={moderation.more}>
            {next !== null && (
              <a
                href={`${here}?before=${encodeURIComponent(next)}${only ? `&person=${encodeURIComponent(only.id)}` : ''}`}
              >
                {say('Earlier')}
              </a>
            )}
            {only !== null && <a href={here}>{say('Everybody')}</a>}
          </p>
        </section>
        <section aria-labelledby="links" className={records.section}>
          <h2 id="links" className={records.heading}>
            {say('Links of unknown people')}
          </h2>
          <HeldLinks event={event.slug} holds={holdsLinks} links={heldLinks} zone={event.timeZone} />
        </section>
        <section aria-labelledby="lock" className={records.section}>
          <h2 id="lock" className={records.heading}>
            {say('Who may write')}
          </h2>
          <LockForm event={event.slug} isLocked={isLocked} />
        </section>
        <section aria-labelledby="blocked" className={records.section}>
          <h2 id="blocked" className={records.heading}>
            {say('Blocked')}
          </h2>
          <p className={moderation.soft}>
            {blocked.length === 0
              ? say('Nobody. Whoever is blocked can read in the pads of this event, and no more.')
              : say('They can read in the pads of this event, and no more.')}
          </p>
          <ul className={records.list}>
            {blocked.map(({ person, at }) => (
              <li key={person.id} className={records.entry}>
                <a href={`${here}?person=${encodeURIComponent(person.id)}`}>
                  <bdi>{person.name}</bdi>
                </a>
                <span className={moderation.facts}>
                  {weave('since {when}', { when: <EventTime start={at} end={null} zone={event.timeZone} day /> })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </main>
    </>
  )
}

function undoneWords({ pads, frozen }: { pads: number; frozen: number }, say: Say): string {
  const what =
    pads === 0
      ? say('There was nothing to undo.')
      : say('{pads, plural, one {Undone in # pad.} other {Undone in # pads.}}', { pads })
  if (frozen === 0) return what
  const left = say(
    '{frozen, plural, one {# pad is frozen and stayed as it is.} other {# pads are frozen and stayed as they are.}}',
    { frozen },
  )
  return `${what} ${left}`
}
