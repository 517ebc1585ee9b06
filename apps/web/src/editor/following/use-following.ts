import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { LivePad } from '../live-pad.ts'
import type { Followed, Following } from './following.ts'

export function useFollowed(following: Following): Followed {
  return useSyncExternalStore(following.subscribe, following.followed, following.followed)
}

/** Often enough for a list that a thousand people may be in. */
const PACE_MS = 500

/** Draws anew when somebody comes, goes, looks away or types. */
export function usePresence(pad: LivePad, following: Following): void {
  const { awareness } = pad.connection
  const version = useRef(0)
  const subscribe = useCallback(
    (listener: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const news = () => {
        timer ??= setTimeout(() => {
          timer = undefined
          version.current += 1
          listener()
        }, PACE_MS)
      }
      awareness.on('change', news)
      const deaf = following.writing.subscribe(news)
      return () => {
        clearTimeout(timer)
        awareness.off('change', news)
        deaf()
      }
    },
    [awareness, following],
  )
  useSyncExternalStore(
    subscribe,
    () => version.current,
    () => 0,
  )
}
