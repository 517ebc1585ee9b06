import type { PrintedPageData } from '@forumpad/api'
import { ChangesPage } from '../changes/changes-page.tsx'
import { MailPage } from '../review/mail-page.tsx'
import { ReviewPage } from '../review/review-page.tsx'
import { VersionPage } from '../review/version-page.tsx'

/** Pages that no script takes over: they are rendered on the server alone, and their styles stand in `printed.css`. */
export function PrintedPage({ data }: { data: PrintedPageData }) {
  switch (data.page) {
    case 'review':
      return <ReviewPage data={data} />
    case 'changes':
      return <ChangesPage data={data} />
    case 'version':
      return <VersionPage data={data} />
    case 'summary-mail':
      return <MailPage data={data} />
  }
}
