import { Suspense, useState } from 'react'
import { useWords } from '../../languages/use-words.tsx'
import { Button } from '../../ui/button.tsx'
import { lazyPart } from '../../ui/lazy-part.ts'

const DeviceLink = lazyPart(async () => (await import('./device-link.tsx')).DeviceLink)

/** Makes another device the same person; what shows the link is loaded when it is asked for. */
export function OtherDevice({ pad }: { pad: string }) {
  const { say } = useWords()
  const [isAsked, setAsked] = useState(false)
  if (!isAsked) return <Button onClick={() => setAsked(true)}>{say('Go on on another device')}</Button>
  return (
    <Suspense>
      <DeviceLink pad={pad} />
    </Suspense>
  )
}
