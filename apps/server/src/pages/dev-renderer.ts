import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PageData } from '@forumpad/api'
import type { Renderer } from './renderer.ts'

export type DevRenderer = Renderer & {
  /** Serves what the pages load, and calls `next` for everything else. */
  middleware(request: IncomingMessage, response: ServerResponse, next: () => void): void
  close(): Promise<void>
}

/** The pages straight from their sources, made anew when a source changes. */
export async function devRenderer(webFolder: string): Promise<DevRenderer> {
  // Loaded here because a production install has no Vite.
  const { createServer } = await import('vite')
  const vite = await createServer({ root: webFolder, appType: 'custom', server: { middlewareMode: true } })
  return {
    async render(data: PageData, url: string) {
      const { renderPage } = await vite.ssrLoadModule('/src/entry-server.tsx')
      return vite.transformIndexHtml(url, await renderPage(data))
    },
    middleware: (request, response, next) => vite.middlewares(request, response, next),
    close: () => vite.close(),
  }
}
