import type { SavedRevision } from '@forumpad/api'
import { sentence } from '../../languages/sentence.ts'
import { type Answer, askServer } from '../../ui/ask-server.ts'
import type { PadConnection } from '../pad-connection.ts'

/** So long the server may take to have what was typed last. */
const PATIENCE_MS = 5_000

/** Why no revision of a pad can be saved now; null where one can. */
export function whyNot({ badge, writable }: ReturnType<PadConnection['state']>): string | null {
  if (badge.is === 'frozen')
    return sentence('This pad is frozen: no revision can be saved in it. All of them are in its history.')
  if (!writable) return sentence('You may read this pad, not save a revision of it. All of them are in its history.')
  if (badge.is === 'offline') return sentence('Offline: a revision can be saved when the server has the text.')
  if (badge.is === 'not-saved') return sentence('The server cannot write to its disk now: nothing can be saved.')
  return null
}

/** Saves the text as it is on this page, once the server has it, under a label that may be empty. */
export async function saveRevision(
  connection: Pick<PadConnection, 'state' | 'subscribe' | 'copyId'>,
  label: string,
): Promise<Answer<SavedRevision>> {
  const why = whyNot(connection.state())
  if (why !== null) return { is: 'problem', problem: why }
  if (!(await isSaved(connection)))
    return { is: 'problem', problem: sentence('The server does not have all of the text yet. Try again in a moment.') }
  return askServer<SavedRevision>('POST', `/api/v1/pads/${encodeURIComponent(connection.copyId.pad)}/saved`, { label })
}

function isSaved({ state, subscribe }: Pick<PadConnection, 'state' | 'subscribe'>): Promise<boolean> {
  if (!state().isUnsent) return Promise.resolve(true)
  return new Promise((resolve) => {
    const end = (saved: boolean) => {
      stop()
      clearTimeout(timer)
      resolve(saved)
    }
    const timer = setTimeout(() => end(false), PATIENCE_MS)
    const stop = subscribe(() => !state().isUnsent && end(true))
  })
}
