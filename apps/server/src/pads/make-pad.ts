import type { Person } from '@forumpad/api'
import { type PadDocument, ROOT, writeDocument } from '@forumpad/pad-schema'
import type { LivePads } from '@forumpad/sync'
import type { PadCreation } from '../config.ts'
import { ProblemError } from '../http/problem-error.ts'
import { countWords } from './count-words.ts'
import type { PadDirectory } from './pad-directory.ts'

/** Whether somebody may make a free-standing pad. */
export function mayMakePads(creation: PadCreation, isOrganiser: boolean): boolean {
  // Nobody can sign in yet, so "signed-in" leaves it to the organisers.
  return creation === 'anyone' || isOrganiser
}

export function refusePadCreation(): ProblemError {
  return new ProblemError(403, 'not-allowed', 'On this server only organisers make new pads: ask one of them.')
}

export type MakePadParts = { livePads: LivePads; pads: PadDirectory; now(): number }

/** Makes a free-standing pad; false if the name is taken. `document` is written as its author's words. */
export async function makePad(
  { livePads, pads, now }: MakePadParts,
  {
    name,
    title,
    document,
    author,
  }: { name: string; title: string; document?: PadDocument; author: () => Promise<Person> },
): Promise<boolean> {
  if (!(await pads.create({ name, title, session: null, template: null, createdAt: now() }))) return false
  if (document) {
    const { id } = await author()
    await livePads.edit(name, id, (doc) => writeDocument(doc.getXmlFragment(ROOT), document))
    await pads.saveWords(name, countWords(document))
  }
  return true
}
