import { useWords } from '../languages/use-words.tsx'
import { SideBySide } from '../my-agenda/side-by-side.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { PageProps } from './page-props.ts'

/** Two pads of sessions that clash. */
export function SideBySidePage({ data }: PageProps<'side-by-side'>) {
  const { say } = useWords()
  const address = `/e/${encodeURIComponent(data.event.slug)}`
  return (
    <>
      <PageHeader
        trail={[
          { label: data.event.title, href: address },
          { label: say('My agenda'), href: `${address}/mine` },
          { label: say('Both') },
        ]}
      />
      <SideBySide data={data} />
    </>
  )
}
