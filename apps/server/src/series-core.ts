import { withCarriedActions } from './agenda/carried-actions.ts'
import { earlierOccurrences } from './agenda/series-occurrences.ts'
import type { AppParts } from './app-parts.ts'
import { wallDay } from './outcomes/wall-day.ts'
import type { PadDirectory } from './pads/pad-directory.ts'
import { accessOf } from './rights/role-of.ts'

type SeriesNeeds = Pick<AppParts, 'agenda' | 'outcomes' | 'pads' | 'roles'>

/**
 * The parts with pads that know their series: one that nobody has opened yet begins with the actions that were open when its series was
 * held last. Whoever opens it first gets them as they are then; afterwards they are words of that pad.
 */
export function withSeries<Parts extends SeriesNeeds>(parts: Parts): Parts {
  const { pads } = parts
  const knowing: PadDirectory = {
    ...pads,
    async find(name) {
      const pad = await pads.find(name)
      if (!pad?.template || pad.session === null || pad.revision > 0) return pad
      return { ...pad, template: await templateOf(parts, name, pad.template) }
    },
  }
  return { ...parts, pads: knowing }
}

async function templateOf(parts: SeriesNeeds, name: string, template: string): Promise<string> {
  const session = await parts.agenda.sessionOfPad(name)
  if (session?.series === undefined) return template
  const earlier = earlierOccurrences(await parts.agenda.sessions(session.event), session)
  const last = await lastWrittenIn(parts.pads, earlier)
  const event = await parts.agenda.findEvent(session.event)
  if (!last?.start || !event || !(await maySay(parts, last.pad, name))) return template
  const actions = (await parts.outcomes.kept(last.pad)).filter(({ kind, done }) => kind === 'action' && done === false)
  return withCarriedActions(template, wallDay(Date.parse(last.start), event.timeZone), actions)
}

/** A call that nobody took notes of has neither done nor forgotten anything. */
async function lastWrittenIn<Held extends { pad: string }>(
  pads: PadDirectory,
  earlier: readonly Held[],
): Promise<Held | undefined> {
  const records = await pads.findMany(earlier.map(({ pad }) => pad))
  const begun = new Set(records.filter(({ revision }) => revision > 0).map(({ name }) => name))
  return earlier.find(({ pad }) => begun.has(pad))
}

/** What is closed is not told in a pad that more people read. */
async function maySay({ roles }: SeriesNeeds, from: string, into: string): Promise<boolean> {
  const [source, target] = await Promise.all([roles.placeOf(from), roles.placeOf(into)])
  return (
    source !== undefined && target !== undefined && (accessOf(source) !== 'closed' || accessOf(target) === 'closed')
  )
}
