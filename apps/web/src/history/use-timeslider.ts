import type { HistoryStretch } from '@forumpad/api'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { askServer } from '../ui/ask-server.ts'
import { revisionInHash } from './revision-hash.ts'
import { type FramesWanted, Timeslider, type TimesliderState } from './timeslider.ts'

/** Browsers allow an address to change only so often. */
const ADDRESS_AFTER_MS = 300

/** The history of a pad, from the stretch that the page came with. The page's address names the revision. */
export function useTimeslider(pad: string, first: HistoryStretch): { slider: Timeslider; state: TimesliderState } {
  const [{ slider, subscribe }] = useState(() => begin(pad, first))
  const state = useSyncExternalStore(
    subscribe,
    () => slider.state,
    () => slider.state,
  )
  useEffect(() => {
    const goToHash = () => {
      const revision = revisionInHash(location.hash)
      if (revision !== null && revision !== slider.state.wanted) slider.go(revision)
    }
    goToHash()
    addEventListener('hashchange', goToHash)
    return () => {
      removeEventListener('hashchange', goToHash)
      slider.stop()
    }
  }, [slider])
  const { number } = state.frame
  useEffect(() => {
    if (number === first.first.number && location.hash === '') return
    const timer = setTimeout(() => history.replaceState(history.state, '', `#rev/${number}`), ADDRESS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [number, first])
  return { slider, state }
}

function begin(pad: string, first: HistoryStretch) {
  const listeners = new Set<() => void>()
  const slider = new Timeslider(first, {
    ask: ({ from, by, frames }: FramesWanted) =>
      askServer<HistoryStretch>(
        'GET',
        `/api/v1/pads/${encodeURIComponent(pad)}/history?from=${from}&by=${by}&frames=${frames}`,
      ),
    after(ms, callback) {
      const timer = setTimeout(callback, ms)
      return () => clearTimeout(timer)
    },
    changed: () => {
      for (const hear of listeners) hear()
    },
  })
  const subscribe = (hear: () => void) => {
    listeners.add(hear)
    return () => void listeners.delete(hear)
  }
  return { slider, subscribe }
}
