import type { Editor } from '@tiptap/core'
import type { OfferSources } from './offer.ts'
import { offersOf, type Sessions, stepOffers } from './offers-state.ts'

/** Fetches the sessions when they are asked for first, and again after a failure when they are asked for again. */
export function fetchSessions(editor: Editor, { sessions: source }: OfferSources) {
  let known: Sessions | 'on their way' = { are: 'unknown' }

  const load = async () => {
    known = 'on their way'
    const learned = await (source?.load() ?? Promise.resolve([])).then(
      (list): Sessions => ({ are: 'here', list }),
      (): Sessions => ({ are: 'failed' }),
    )
    known = learned.are === 'failed' ? { are: 'unknown' } : learned
    if (!editor.isDestroyed && offersOf(editor.state)?.kind === 'session')
      stepOffers(editor, { is: 'learns', sessions: learned })
  }
  return {
    update: () => {
      const open = offersOf(editor.state)
      if (open?.kind !== 'session' || open.sessions.are !== 'unknown' || known === 'on their way') return
      if (known.are === 'here') stepOffers(editor, { is: 'learns', sessions: known })
      else void load()
    },
  }
}
