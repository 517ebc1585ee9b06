import type { PageData } from '@forumpad/api'
import { renderToString } from 'react-dom/server'
import { App } from './app.tsx'
import { builtAssets, developmentAssets, type Manifest } from './document/assets.ts'
import { htmlDocument } from './document/html-document.ts'

/** Turns page data into a whole HTML document, ready to send. */
export function renderPage(data: PageData): string {
  return htmlDocument(data, renderToString(<App data={data} />), assetsOf(data))
}

/** Baked in when the renderer is built, after the client. */
const manifests = import.meta.env.PROD
  ? import.meta.glob<Manifest>('../dist/client/.vite/manifest.json', {
      eager: true,
      import: 'default',
      exhaustive: true,
    })
  : {}

function assetsOf(data: PageData) {
  if (import.meta.env.DEV) return developmentAssets
  const [manifest] = Object.values(manifests)
  if (!manifest) throw new Error('The client build was not there when this renderer was built. Run: npm run build')
  return builtAssets(manifest, { lazily: data.page === 'pad' })
}
