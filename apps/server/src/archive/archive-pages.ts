import type { Event, Session } from '@forumpad/api'
import { documentToHtml, type PadDocument } from '@forumpad/pad-schema'
import type { PadFile } from './archive-format.ts'

export type PadPageFacts = {
  event: Event
  session: Session | undefined
  pad: Pick<PadFile, 'title'>
  document: PadDocument | undefined
}

/** A pad as a page that opens from a file: its session's facts, its text, and the way to its other files. */
export function padPage({ event, session, pad, document }: PadPageFacts): string {
  const facts = session ? [timeOf(session, event), session.room, session.track, session.people.join(', ')] : []
  const text = document ? documentToHtml(document) : ''
  return page(
    session?.title ?? pad.title,
    `<nav aria-label="Event"><a href="../../index.html">${escaped(event.title)}</a></nav>
<main>
<h1 dir="auto">${escaped(session?.title ?? pad.title)}</h1>
<p class="facts">${facts.flatMap((fact) => (fact ? escaped(fact) : [])).join(' · ')}</p>
<div dir="auto">${standingAlone(text) || '<p class="facts">Nobody wrote in this pad.</p>'}</div>
</main>
<footer class="facts"><a href="text.md">Markdown</a> · <a href="text.json">JSON</a> · <a href="history.jsonl">History</a></footer>`,
  )
}

/** Images lie beside the page, and a box says what it is for to those who do not see it. */
const standingAlone = (html: string): string =>
  html
    .replace(IMAGE, 'src="images/$1"')
    .replaceAll('<input type="checkbox"', '<input type="checkbox" aria-label="Done"')

const IMAGE = /src="\/p\/[^"/]+\/images\/([0-9a-f]{64}\.[a-z]+)"/g

/** All sessions of an event by day, each with the way to its pad. */
export function indexPage({ event, sessions }: { event: Event; sessions: readonly Session[] }): string {
  const days = new Map<string, Session[]>()
  for (const session of [...sessions].sort((one, other) => (one.start ?? '9').localeCompare(other.start ?? '9'))) {
    const day = session.start === null ? 'Without a time' : dayOf(session.start, event.timeZone)
    days.set(day, [...(days.get(day) ?? []), session])
  }
  const lists = [...days].map(
    ([day, ofDay]) => `<h2>${escaped(day)}</h2>\n<ul class="sessions">${ofDay.map(entry).join('\n')}</ul>`,
  )
  return page(event.title, `<main>\n<h1 dir="auto">${escaped(event.title)}</h1>\n${lists.join('\n')}\n</main>`)

  function entry(session: Session): string {
    const where = [clockOf(session, event), session.room].filter(Boolean).join(' · ')
    const href = `pads/${encodeURIComponent(session.pad)}/index.html`
    return `<li><a href="${href}" dir="auto">${escaped(session.title)}</a> <span class="facts">${escaped(where)}</span></li>`
  }
}

const dayOf = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full' }).format(Date.parse(instant))

const timeOf = (session: Session, event: Event): string =>
  session.start === null
    ? ''
    : `${dayOf(session.start, event.timeZone)}, ${clockOf(session, event)} (${event.timeZone})`

function clockOf({ start, end }: Session, { timeZone }: Event): string {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const times = [start, end].flatMap((instant) => (instant === null ? [] : clock.format(Date.parse(instant))))
  return times.join('–')
}

/** No script and nothing from elsewhere: it reads in fifty years. */
function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`
}

const STYLE = `
:root { color-scheme: light dark; --paper: light-dark(oklch(98.6% 0.006 85), oklch(20% 0.008 70)); --ink: light-dark(oklch(24% 0.01 60), oklch(92% 0.008 85)); --ink-soft: light-dark(oklch(42% 0.012 60), oklch(77% 0.01 80)); --hair: light-dark(oklch(90% 0.01 80), oklch(31% 0.01 70)); --accent: light-dark(oklch(50% 0.11 195), oklch(74% 0.11 195)); }
body { max-width: 42rem; margin: 3rem auto; padding: 0 1rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 "IBM Plex Sans", system-ui, sans-serif; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 2rem; letter-spacing: -0.02em; }
h2 { margin-top: 2.5rem; font-size: 1.25rem; }
a { color: var(--accent); }
.facts { color: var(--ink-soft); font-size: 0.875rem; font-variant-numeric: tabular-nums; }
nav, footer { font-size: 0.875rem; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--hair); }
.sessions { padding: 0; list-style: none; }
.sessions li { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 1.5rem; padding: 0.75rem 0; border-bottom: 1px solid var(--hair); }
.sessions a { font-weight: 600; text-decoration: none; }
.sessions a:hover { text-decoration: underline; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; }
td, th { padding: 0.25rem 0.5rem; border: 1px solid var(--hair); text-align: start; }
pre { overflow-x: auto; }
`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
