import type { LivePageData } from '@forumpad/api'

/** What the page of one kind is given. */
export type PageProps<Kind extends LivePageData['page']> = { data: Extract<LivePageData, { page: Kind }> }
