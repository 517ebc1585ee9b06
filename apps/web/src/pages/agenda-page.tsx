import { PageHeader } from '../ui/page-header.tsx'
import type { PageProps } from './page-props.ts'

export function AgendaPage({ data }: PageProps<'agenda'>) {
  return (
    <>
      <PageHeader />
      <main>{data.page}</main>
    </>
  )
}
