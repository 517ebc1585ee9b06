import { PageHeader } from '../ui/page-header.tsx'
import type { PageProps } from './page-props.ts'

export function NoSuchPadPage({ data }: PageProps<'no-such-pad'>) {
  return (
    <>
      <PageHeader />
      <main>{data.page}</main>
    </>
  )
}
