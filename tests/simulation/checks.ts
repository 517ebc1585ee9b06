import { leaveFormats } from '@forumpad/api'
import { authorshipOf, rebuildAuthorship } from '@forumpad/sync'
import { writtenBy } from '@forumpad/sync/testing'
import * as Y from 'yjs'
import { ROOT } from '../../packages/pad-schema/src/index.ts'
import { LIMITS } from '../../packages/sync/src/limits.ts'
import { visibleIn } from './characters.ts'
import type { Chronicle, Typed } from './chronicle.ts'
import type { Line } from './line.ts'
import { shownIn } from './shown.ts'
import type { World } from './world.ts'

/** What is permitted and yet worth counting. */
export type Oddities = {
  doubled: number
  sweptAway: number
  elbowedOut: number
  creditedToMover: number
  unverified: number
}

/** When all have come back and nothing is under way: everybody has the same, and it is what is stored. */
export function checkAgreement({ pages, disk, pad, broken }: Pick<World, 'pages' | 'disk' | 'pad' | 'broken'>): Y.Doc {
  const stored = leaveFormats(new Y.Doc({ gc: false }))
  stored.transact(() => disk.pads.log(pad).forEach(({ bytes }) => void Y.applyUpdate(stored, bytes)))
  const text = textOf(stored)
  for (const page of pages) {
    const { name } = page.person
    if (textOf(page.doc) !== text) {
      broken(`What ${name} has differs from what is stored:\n${textOf(page.doc)}\ninstead of\n${text}`)
    }
    const screen = page.editor?.shown.join('\n')
    const behind = shownIn(page.doc.getXmlFragment(ROOT)).join('\n')
    if (screen !== behind)
      broken(`The screen of ${name} shows something else than is behind it:\n${screen}\ninstead of\n${behind}`)
    if (page.unsaved.units().length > 0 && page.kind === 'page') {
      broken(`${name}'s page waits for ever for ${page.unsaved.units().length} characters to be saved`)
    }
  }
  return stored
}

/** Every character that was typed can be seen once, or was deleted by somebody who could see it. */
export function checkCharacters(
  doc: Y.Doc,
  { chronicle, disk, broken }: Pick<World, 'chronicle' | 'disk' | 'broken'>,
): Pick<Oddities, 'doubled' | 'sweptAway'> {
  const seen = new Map<number, number>()
  for (const { unit } of visibleIn(doc.getXmlFragment(ROOT))) seen.set(unit, (seen.get(unit) ?? 0) + 1)
  const counts = { doubled: 0, sweptAway: 0 }
  for (const typed of chronicle.all()) {
    const times = seen.get(typed.unit) ?? 0
    const named = `${typed.character} (${typed.unit.toString(16)}) of ${typed.by}`
    if (times === 0 && typed.isTyped && !typed.isDeleted && !isRightlyLost(typed)) {
      broken(`${named} is gone, and nobody who could see it deleted it`)
    }
    if (times > 1) counts.doubled += 1
    if (times === 0 && typed.wasSweptAway && !typed.isDeleted) counts.sweptAway += 1
    if (times > mostCopies(typed, chronicle, disk)) broken(`${named} is there ${times} times`)
  }
  const text = textOf(doc)
  if (/\uFFFD|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text)) {
    broken(`Half a character is in the text: ${text}`)
  }
  return counts
}

const isRightlyLost = ({ mayBeLost, wasSweptAway, takenBy }: Typed): boolean =>
  wasSweptAway || (mayBeLost && (!takenBy || takenBy.isDead))

/** Words that the server put back at the moment at which somebody moved them are there once more for each time (docs/decisions/0009). */
function mostCopies({ unit, movers }: Typed, chronicle: Chronicle, disk: World['disk']): number {
  return chronicle.mostCopies(unit) + (movers.size > 0 ? (disk.writtenByServer.get(unit) ?? 0) : 0)
}

/** Who wrote what, as all pages hold it and as it comes out of the log, is the same, and true. */
export async function checkAuthors(
  doc: Y.Doc,
  { pages, disk, pad, chronicle, broken }: Pick<World, 'pages' | 'disk' | 'pad' | 'chronicle' | 'broken'>,
): Promise<Pick<Oddities, 'creditedToMover' | 'unverified'>> {
  const counts = { creditedToMover: 0, unverified: 0 }
  const stored = await disk.pads.load(pad)
  if (!stored) throw new Error('The pad is gone')
  const { authorship } = await rebuildAuthorship(disk.pads, pad, stored)
  const authors = writtenBy(doc, authorship.credits).join('\n')
  const kept = authorshipOf(stored)
  if (kept && !kept.equals(authorship)) {
    const theirs = writtenBy(doc, kept.credits).join('\n')
    broken(`The authors kept with the checkpoint are not those of the log:\n${theirs}\ninstead of\n${authors}`)
  }
  for (const { doc: theirs, credits, kind, person } of pages) {
    const told = kind === 'stock' ? authors : writtenBy(theirs, credits).join('\n')
    if (told !== authors)
      broken(`${person.name} was told of other authors than the log has:\n${told}\ninstead of\n${authors}`)
  }
  let guessed = { by: '', author: '', count: 0 }
  for (const { unit, client, clock } of visibleIn(doc.getXmlFragment(ROOT))) {
    const typed = chronicle.of(unit)
    const credit = authorship.credits.at(client, clock)
    if (!typed) continue
    const named = `${typed.character} (${unit.toString(16)}) of ${typed.by}`
    if (typed.forgedAs !== undefined) {
      const isMover = typed.movers.has(typed.forgedAs)
      if (credit?.author === typed.forgedAs && credit.verified && !isMover)
        broken(`${named} is credited to ${typed.forgedAs}, whose id was forged`)
      continue
    }
    if (credit && !credit.verified) counts.unverified += 1
    if (credit?.author === typed.by) {
      guessed = { by: '', author: '', count: 0 }
      continue
    }
    if (!credit || !typed.movers.has(credit.author)) {
      broken(`${named} is credited to ${credit?.author ?? 'nobody'}`)
      continue
    }
    const { author } = credit
    counts.creditedToMover += 1
    const goesOn = guessed.by === typed.by && guessed.author === author
    guessed = { by: typed.by, author, count: goesOn ? guessed.count + 1 : 1 }
    if (guessed.count >= SURELY_KNOWN)
      broken(`${named} and what is before it are credited to ${author}, who moved them`)
  }
  return counts
}

/** From so many characters on, a text that was moved is always known again (packages/sync/src/authorship/carry-over.ts). */
const SURELY_KNOWN = 20

/** No more was queued for anybody than the limit and one write. */
export function checkQueue(line: Line, who: string, { broken }: Pick<World, 'broken'>): void {
  const most = LIMITS.outboxBytes + line.largestWrite + SMALL_MESSAGES
  if (line.mostQueued > most) broken(`${line.mostQueued} bytes were queued for ${who}`)
}

/** What is sent however much is queued: a status, a notice. */
const SMALL_MESSAGES = 1_000

/** All lines with their attributes, words and marks. */
export function textOf(doc: Y.Doc): string {
  return doc.getXmlFragment(ROOT).toString()
}
