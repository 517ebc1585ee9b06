import type { PageData } from '@forumpad/api'

/** Turns page data into a whole HTML document. */
export interface Renderer {
  /** `url` is the path that was asked for. */
  render(data: PageData, url: string): Promise<string>
}
