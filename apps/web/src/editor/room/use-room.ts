import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Asides } from '../asides.ts'
import type { RoomFacts, RoomView } from './room-view.ts'

export function useRoom(view: RoomView): RoomFacts {
  return useSyncExternalStore(view.subscribe, view.facts)
}

/** The server's clock, every second while something is counted. */
export function useServerNow(asides: Asides, counts: boolean): number {
  const [now, setNow] = useState(() => asides.now())
  useEffect(() => {
    if (!counts) return
    setNow(asides.now())
    const timer = setInterval(() => setNow(asides.now()), 1_000)
    return () => clearInterval(timer)
  }, [asides, counts])
  return now
}
