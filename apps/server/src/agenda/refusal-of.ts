import type { Agenda } from '@forumpad/agenda'
import type { ImportReport } from '@forumpad/api'
import type { AgendaBefore } from './agenda-store.ts'

/** Why an agenda is not applied unless somebody confirms it: it is empty, or more than half of the sessions are gone. */
export function refusalOf(
  { sessions, problems }: Agenda,
  { known }: AgendaBefore,
  { missing }: ImportReport,
): { code: string; detail: string } | undefined {
  if (sessions.length === 0) {
    const detail = ['No session could be read, so nothing was changed.', ...problems.slice(0, 3)].join(' ')
    return { code: 'agenda-empty', detail }
  }
  const active = known.filter(({ last }) => last.state !== 'missing').length
  if (missing * 2 <= active) return undefined
  return {
    code: 'agenda-shrunken',
    detail: `${missing} of ${active} sessions are not in this agenda any more, so nothing was changed. If that is right, import it again with "confirm": true.`,
  }
}
