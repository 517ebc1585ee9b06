import type { ActivityParts } from './pad-activity.ts'
import type { PadRecord } from './pad-directory.ts'

/** A pad's record and how many people have it open; nobody, as far as outsiders hear, in one that is closed. */
export type PadFacts = PadRecord & { present: number }

/** What lists of pads show, by the pads' names. */
export async function readPadFacts(
  { livePads, pads, roles }: ActivityParts,
  names: readonly string[],
): Promise<Map<string, PadFacts>> {
  const [records, closed] = await Promise.all([pads.findMany(names), roles.closedPads()])
  const present = ({ name }: PadRecord) => (closed.has(name) ? 0 : livePads.present(name).length)
  return new Map(records.map((pad) => [pad.name, { ...pad, present: present(pad) }]))
}
