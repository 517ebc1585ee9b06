import type { PageData, PrintedContent, PrintedPageData } from '@forumpad/api'

/** Every kind of such pages: one that is missing does not compile. */
const PRINTED: Record<PrintedContent['page'], true> = {
  review: true,
  changes: true,
  version: true,
  'summary-mail': true,
}

/** Whether no script takes a page over. */
export function isPrinted(data: PageData): data is PrintedPageData {
  return data.page in PRINTED
}
