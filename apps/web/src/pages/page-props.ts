import type { PageData } from '@forumpad/api'

/** What the page of one kind is given. */
export type PageProps<Kind extends PageData['page']> = { data: Extract<PageData, { page: Kind }> }
