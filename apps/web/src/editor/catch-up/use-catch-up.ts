import type { TextDifferences } from '@forumpad/api'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { askServer } from '../../ui/ask-server.ts'
import type { LivePad } from '../live-pad.ts'
import { CatchUp } from './catch-up.ts'
import { type Missed, missedIn } from './missed.ts'
import { seenMark } from './seen-mark.ts'

/** What somebody has missed in a pad, and how they say that they have caught up. */
export function useCatchUp({ connection }: LivePad): { missed: Missed | null; dismiss(): void } {
  const [catchUp] = useState(() => {
    const { person, pad, epoch } = connection.copyId
    return new CatchUp({
      mark: seenMark({ person, pad, epoch }),
      async ask(from) {
        const address = `/api/v1/pads/${encodeURIComponent(pad)}/differences?from=${from}`
        const answer = await askServer<TextDifferences>('GET', address)
        return answer.is === 'done' ? missedIn(answer.body, person) : null
      },
      now: () => Date.now(),
      after(ms, callback) {
        const timer = setTimeout(callback, ms)
        return () => clearTimeout(timer)
      },
    })
  })
  useEffect(() => {
    const look = () => {
      const { badge, ready } = connection.state()
      catchUp.here(document.visibilityState === 'visible' && ready && badge.is !== 'offline')
    }
    const told = () => catchUp.shows(connection.shown.number)
    const stops = [connection.subscribe(look), connection.shown.subscribe(told)]
    document.addEventListener('visibilitychange', look)
    look()
    if (connection.shown.number > 0) told()
    return () => {
      for (const stop of stops) stop()
      document.removeEventListener('visibilitychange', look)
      catchUp.close()
    }
  }, [catchUp, connection])
  const missed = useSyncExternalStore(catchUp.subscribe, catchUp.missed)
  return { missed, dismiss: () => catchUp.dismiss() }
}
