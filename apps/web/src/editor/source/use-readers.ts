import type { PasteReaders } from '@forumpad/pad-schema'
import { useEffect, useRef, useState } from 'react'
import { loadPatiently } from '../../ui/patient-load.ts'

export type LoadReaders = () => Promise<PasteReaders>

/** What reads Markdown: a part of the page that loads when it is needed first. */
export type Readers = { are: 'coming' } | { are: 'here'; readers: PasteReaders } | { are: 'missing' }

const load: LoadReaders = () => import('@forumpad/pad-schema/readers')

export function useReaders(from: LoadReaders = load): Readers {
  const [state, setState] = useState<Readers>({ are: 'coming' })
  const first = useRef(from)
  useEffect(() => {
    let left = false
    const show = (next: Readers) => {
      if (!left) setState(next)
    }
    loadPatiently(first.current).then(
      (readers) => show({ are: 'here', readers }),
      () => show({ are: 'missing' }),
    )
    return () => {
      left = true
    }
  }, [])
  return state
}
