import { Suspense } from 'react'
import { lazyPart } from '../../ui/lazy-part.ts'
import type { LivePad } from '../live-pad.ts'
import { usePadEditor } from '../use-editor.ts'
import { useCatchUp } from './use-catch-up.ts'

const CatchUpLine = lazyPart(async () => (await import('./catch-up-line.tsx')).CatchUpLine)

/** For whoever comes back: what others have changed meanwhile. Most of the time it is not there. */
export function CatchUpStrip({ pad }: { pad: LivePad }) {
  const editor = usePadEditor(pad)
  const { missed, dismiss } = useCatchUp(pad)
  return (
    <Suspense>
      {editor !== null && missed !== null && (
        <CatchUpLine
          key={`${missed.from} ${missed.to}`}
          editor={editor}
          pad={pad.connection.copyId.pad}
          missed={missed}
          dismiss={dismiss}
        />
      )}
    </Suspense>
  )
}
