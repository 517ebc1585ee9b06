import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serverSays } from './server-says.ts'

/** Where sentences stand that the server says. */
const PLACES = [
  'apps/server/src/',
  'packages/agenda/src/parse-agenda.ts',
  'packages/agenda/src/why-no-agenda.ts',
  'packages/pad-schema/src/editor/',
  'packages/sync/src/',
] as const

/** What no page shows, as the beginnings of paths, and who reads it in English. */
export const READ_ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  'the operator, in the terminal, the log and the metrics': [
    'apps/server/src/agenda/import-at-start.ts',
    'apps/server/src/agenda/read-agenda-file.ts',
    'apps/server/src/app.ts',
    'apps/server/src/beside-text.ts',
    'apps/server/src/config.ts',
    'apps/server/src/http/metrics.ts',
    'apps/server/src/listen.ts',
    'apps/server/src/live-core.ts',
    'apps/server/src/load-archives.ts',
    'apps/server/src/main.ts',
    'apps/server/src/minutes-core.ts',
    'apps/server/src/pads/rebuild-authorships.ts',
    'apps/server/src/pads/settled-texts.ts',
    'apps/server/src/past-core.ts',
    'apps/server/src/rebuild-authorship.ts',
    'apps/server/src/store/',
  ],
  'whoever reads what leaves: feeds, files, mails, frozen versions, pages in other pages': [
    'apps/server/src/changes/changes-atom.ts',
    'apps/server/src/feeds/signs/signs-pdf.ts',
    'apps/server/src/outcomes/files/',
    'apps/server/src/pages/embed-routes.ts',
    'apps/server/src/review/eml.ts',
    'apps/server/src/review/summary-mail.ts',
    'apps/server/src/review/version-files.ts',
  ],
  'everybody alike, because it is the text of a pad or a name': [
    'apps/server/src/agenda/carried-actions.ts',
    'apps/server/src/people/default-person.ts',
  ],
  'the author of a program that speaks to the server, for no page of ours sends the like': [
    'apps/server/src/agenda/check-decisions.ts',
    'apps/server/src/history/told-history.ts',
    'apps/server/src/http/api-errors.ts',
    'apps/server/src/pads/new-document.ts',
    'apps/server/src/sockets/coded-web-socket.ts',
    'packages/sync/src/checked-log.ts',
    'packages/sync/src/inspect-update.ts',
    'packages/sync/src/pad-document.ts',
    'packages/sync/src/presence.ts',
    'packages/sync/src/protocol.ts',
  ],
  'the organiser, as one of the lines about what in a feed could not be read': [
    'apps/server/src/agenda/fetched-agenda.ts',
  ],
}

/** Sentences of the description of the API, and pieces of HTML. */
export const NO_SENTENCES = new Set([
  'Pads that nobody has opened begin with it from now on; what is written in a pad is never touched. Empty: they begin empty.',
  'The address is told in this answer and never again. Whoever opens it holds the role.',
  'Whoever held the role by it loses it at once, on open connections too.',
  'Only those write who hold a link as editor, moderator or organiser; everybody else reads, if they may.',
  'At once, on open connections too. What was chosen for those without a link stays, and holds again when it is unlocked.',
])

export type Said = { path: string; line: number; english: string }

/** Every sentence of the server's, with where it stands. */
export function allOfServer(): Said[] {
  return PLACES.flatMap((place) => filesIn(place)).flatMap((path) =>
    serverSays(path, readFileSync(ROOT + path, 'utf8')).map((sentence) => ({ path, ...sentence })),
  )
}

/** Those that a person reads on a page. */
export function shownOfServer(all = allOfServer()): Said[] {
  const elsewhere = Object.values(READ_ELSEWHERE).flat()
  return all.filter(
    ({ path, english }) => !elsewhere.some((place) => path.startsWith(place)) && !NO_SENTENCES.has(english),
  )
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

function filesIn(place: string): string[] {
  if (place.endsWith('.ts')) return [place]
  return readdirSync(ROOT + place, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.ts$/.test(path) && !/\.test\.ts$|(^|\/)testing\//.test(path))
    .sort()
    .map((path) => place + path)
}

/** The HTTP statuses of the server's problems. */
export function statusesOfServer(): number[] {
  const found = filesIn('apps/server/src/').flatMap((path) =>
    [...readFileSync(ROOT + path, 'utf8').matchAll(/new ProblemError\(\s*(\d{3}),/g)].map(([, status]) =>
      Number(status),
    ),
  )
  return [...new Set(found)].sort()
}
