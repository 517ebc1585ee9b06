import { CSPProvider } from '@base-ui/react/csp-provider'
import type { PageData } from '@forumpad/api'
import { Page } from './pages/page.tsx'
import { FirstMoment } from './ui/use-now.tsx'

/** The whole interface, the same on the server and in the browser. */
export function App({ data }: { data: PageData }) {
  return (
    // Base UI must not write <style> elements: the Content-Security-Policy forbids them.
    <CSPProvider disableStyleElements>
      <FirstMoment value={data.now}>
        <Page data={data} />
      </FirstMoment>
    </CSPProvider>
  )
}
