import type { HeldLink } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import records from '../ui/records.module.css'
import { EventTime } from '../ui/time.tsx'
import styles from './moderation.module.css'

type Props = { event: string; holds: boolean; links: readonly HeldLink[]; zone: string }

/** Whether new links of unknown people are held, and those that are. Forms, so that nothing need be loaded first. */
export function HeldLinks({ event, holds, links, zone }: Props) {
  const { say } = useWords()
  const address = `/e/${encodeURIComponent(event)}/moderation`
  return (
    <>
      <form method="post" action={`${address}/${holds ? 'let-links-through' : 'hold-links'}`}>
        <p className={styles.soft}>
          {holds
            ? say(
                'New links of people without a link as editor, moderator or organiser lead nowhere until they are let through. The words stay, and who wrote them can follow the link.',
              )
            : say(
                'If new links are held, those of people without a link as editor, moderator or organiser lead nowhere until a moderator lets them through. Links that are there already stay as they are.',
              )}
        </p>
        <p className={styles.more}>
          <Button type="submit">{holds ? say('Hold no links') : say('Hold new links')}</Button>
        </p>
      </form>
      {holds && links.length === 0 && <p className={`${styles.soft} ${styles.more}`}>{say('No link is held.')}</p>}
      {holds && (
        <ul className={records.list}>
          {links.map((link) => (
            <Held key={link.href} link={link} address={address} zone={zone} />
          ))}
        </ul>
      )}
    </>
  )
}

function Held({
  link: { href, pad, title, person, at },
  address,
  zone,
}: {
  link: HeldLink
  address: string
  zone: string
}) {
  const { say, weave } = useWords()
  const padLink = (
    <a href={`/p/${encodeURIComponent(pad)}`} dir="auto">
      {title}
    </a>
  )
  return (
    <li className={records.entry}>
      <span>
        <bdi className={styles.address}>{href}</bdi>
        <span className={styles.facts}>
          <span>
            {person === null
              ? weave('in {pad}', { pad: padLink })
              : weave('{name} in {pad}', {
                  name: (
                    <a href={`${address}?person=${encodeURIComponent(person.id)}`}>
                      <bdi>{person.name}</bdi>
                    </a>
                  ),
                  pad: padLink,
                })}
          </span>
          <EventTime start={at} end={null} zone={zone} day />
        </span>
      </span>
      <span className={styles.deeds}>
        <form method="post" action={`${address}/release`}>
          <input type="hidden" name="href" value={href} />
          <Button type="submit">{say('Let through')}</Button>
        </form>
        {person !== null && (
          <form method="post" action={`${address}/trust/${encodeURIComponent(person.id)}`}>
            <Button type="submit" kind="quiet">
              <span>{weave('Trust {name}', { name: <bdi>{person.name}</bdi> })}</span>
            </Button>
          </form>
        )}
      </span>
    </li>
  )
}
