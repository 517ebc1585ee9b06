import { PageHeader } from '../ui/page-header.tsx'
import type { PageProps } from './page-props.ts'

export function ErrorPage({ data }: PageProps<'error'>) {
  return (
    <>
      <PageHeader />
      <main>{data.page}</main>
    </>
  )
}
