import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PageData } from '@forumpad/api'
import { StartFailure } from '../start-failure.ts'
import type { Renderer } from './renderer.ts'

/** The pages as `npm run build` made them, from the folder of the web app. */
export async function builtRenderer(webFolder: string): Promise<Renderer & { clientFolder: string }> {
  const entry = join(webFolder, 'dist', 'server', 'entry-server.js')
  if (!existsSync(entry)) throw new StartFailure('The pages are not built yet; run: npm run build')
  const { renderPage }: { renderPage(data: PageData): Promise<string> } = await import(
    /* @vite-ignore */ pathToFileURL(entry).href
  )
  return {
    clientFolder: join(webFolder, 'dist', 'client'),
    render: renderPage,
  }
}
