import { PageHeader } from '../ui/page-header.tsx'
import type { PageProps } from './page-props.ts'

/** The pad's text, readable at once. */
export function PadPage({ data: { pad, facts, html } }: PageProps<'pad'>) {
  return (
    <>
      <PageHeader />
      <main>
        <h1 dir="auto">{facts?.session.title ?? pad.title}</h1>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made safe by the server, see PadData */}
        <div dangerouslySetInnerHTML={{ __html: html }} />
      </main>
    </>
  )
}
