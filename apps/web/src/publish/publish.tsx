import type { Event } from '@forumpad/api'
import { useState } from 'react'
import { sentence } from '../languages/sentence.ts'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import styles from './publish.module.css'

const PASTED = [
  { name: 'pads.wiki', label: sentence('Wiki table'), what: sentence('for MediaWiki') },
  { name: 'pads.md', label: 'Markdown', what: sentence('for GitHub, GitLab, HedgeDoc') },
  { name: 'pads.html', label: 'HTML', what: sentence('for a page of your own') },
  { name: 'pads.csv', label: 'CSV', what: sentence('for a spreadsheet') },
] as const

const FEEDS = [
  { name: 'agenda.ics', what: sentence('for calendars') },
  { name: 'schedule.xml', what: sentence('for Giggity, EventFahrplan and other apps') },
  { name: 'schedule.json', what: sentence('for apps and websites') },
  { name: 'pads.json', what: sentence('for programs: every pad with its state') },
] as const

/** The agenda and the list of pads to take elsewhere: tables to paste, feeds to point apps at, and pages for screens. */
export function Publish({ event }: { event: Event }) {
  const { say } = useWords()
  const base = `/e/${encodeURIComponent(event.slug)}`
  return (
    <div className={styles.publish}>
      <h3 className={styles.heading}>{say('Copy the list of pads')}</h3>
      <ul className={styles.list}>
        {PASTED.map(({ name, label, what }) => (
          <li key={name} className={styles.entry}>
            <Copy address={`${base}/${name}`} label={label} />
            <a href={`${base}/${name}`}>{name}</a> <span className={styles.soft}>{say(what)}</span>
          </li>
        ))}
      </ul>
      <h3 className={styles.heading}>{say('The agenda with links to the pads')}</h3>
      <ul className={styles.list}>
        {FEEDS.map(({ name, what }) => (
          <li key={name} className={styles.entry}>
            <CopyAddress address={`${base}/${name}`} name={name} />
            <a href={`${base}/${name}`}>{name}</a> <span className={styles.soft}>{say(what)}</span>
          </li>
        ))}
      </ul>
      <h3 className={styles.heading}>{say('At the event')}</h3>
      <ul className={styles.list}>
        <li className={styles.entry}>
          <a href={`${base}/signs.pdf`}>signs.pdf</a>{' '}
          <span className={styles.soft}>
            {say('a page for each room’s door, with a QR code to the session now on')}
          </span>
        </li>
        <li className={styles.entry}>
          <a href={`${base}/now`}>{say('What is on now')}</a>{' '}
          <span className={styles.soft}>{say('for a screen; a click on a room shows its sign')}</span>
        </li>
      </ul>
    </div>
  )
}

type State = 'not yet' | 'copied' | 'failed'

function Copy({ address, label }: { address: string; label: string }) {
  const { say } = useWords()
  return (
    <CopyButton
      label={say('Copy {what}', { what: say(label) })}
      text={async () => {
        const answer = await fetch(address)
        if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
        return answer.text()
      }}
    />
  )
}

function CopyAddress({ address, name }: { address: string; name: string }) {
  const { say } = useWords()
  return (
    <CopyButton
      label={say('Copy the address of {name}', { name })}
      short={say('Copy address')}
      text={async () => new URL(address, location.href).href}
    />
  )
}

function CopyButton({ label, short = label, text }: { label: string; short?: string; text: () => Promise<string> }) {
  const { say } = useWords()
  const [state, setState] = useState<State>('not yet')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(await text())
      setState('copied')
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <Button className={styles.button} aria-label={label} onClick={() => void copy()}>
        {short}
      </Button>
      <span role="status" className={styles.said}>
        {state === 'copied' && say('Copied.')}
        {state === 'failed' && say('Not copied: open the link and copy from there.')}
      </span>
    </>
  )
}
