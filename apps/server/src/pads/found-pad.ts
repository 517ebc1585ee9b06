import { ProblemError } from '../http/problem-error.ts'
import type { PadDirectory, PadRecord } from './pad-directory.ts'

/** The pad that a program asks for by its exact name; throws a 404 if there is none. */
export async function foundPad(pads: PadDirectory, name: string): Promise<PadRecord> {
  const pad = await pads.find(name.normalize('NFC'))
  if (pad) return pad
  throw new ProblemError(404, 'no-such-pad', `There is no pad ${name}. Names are exact, upper and lower case too.`)
}

/** The name of a pad that takes text now; throws a 404 or, while it is frozen, a 403. */
export async function writablePad(pads: PadDirectory, name: string): Promise<string> {
  const pad = await foundPad(pads, name)
  if (pad.frozenAt === null) return pad.name
  throw new ProblemError(
    403,
    'pad-frozen',
    'This pad is frozen: nothing can be put in. Ask the moderator to reopen it.',
  )
}
