import type { PageData } from '@forumpad/api'
import { AgendaPage } from './agenda-page.tsx'
import { ErrorPage } from './error-page.tsx'
import { HomePage } from './home-page.tsx'
import { ManagePage } from './manage-page.tsx'
import { NoSuchPadPage } from './no-such-pad-page.tsx'
import { OfflinePage } from './offline-page.tsx'
import { PadPage } from './pad-page.tsx'

/** One page per kind of data; a kind without a page does not compile. */
export function Page({ data }: { data: PageData }) {
  switch (data.page) {
    case 'home':
      return <HomePage data={data} />
    case 'agenda':
      return <AgendaPage data={data} />
    case 'manage':
      return <ManagePage data={data} />
    case 'pad':
      return <PadPage data={data} />
    case 'no-such-pad':
      return <NoSuchPadPage data={data} />
    case 'offline':
      return <OfflinePage />
    case 'error':
      return <ErrorPage data={data} />
    default:
      return data satisfies never
  }
}
