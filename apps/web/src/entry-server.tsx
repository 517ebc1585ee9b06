import type { PageData } from '@forumpad/api'
import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import { App } from './app.tsx'
import {
  builtAssets,
  developmentAssets,
  type Manifest,
  printedAssets,
  printedDevelopmentAssets,
} from './document/assets.ts'
import { htmlDocument } from './document/html-document.ts'
import { isPrinted } from './document/printed.ts'
import { catalogueOf, heardOf } from './languages/catalogues.ts'
import { Speaking } from './languages/use-words.tsx'
import { type Words, wordsIn } from './languages/words.ts'
import { pageOf } from './pages/page.tsx'
import { PrintedPage } from './pages/printed-page.tsx'

/** Turns page data into a whole HTML document, ready to send. */
export async function renderPage(data: PageData): Promise<string> {
  const words = wordsIn(data.language, await catalogueOf(data.language))
  words.learn(await heardOf(data.language))
  return htmlDocument(data, words, await bodyOf(data, words), assetsOf(data))
}

async function bodyOf(data: PageData, words: Words): Promise<string> {
  if (isPrinted(data)) {
    return renderToStaticMarkup(
      <Speaking value={words}>
        <PrintedPage data={data} />
      </Speaking>,
    )
  }
  return renderToString(<App now={data.now} words={words} page={await pageOf(data)} />)
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
  if (import.meta.env.DEV) return isPrinted(data) ? printedDevelopmentAssets : developmentAssets
  const [manifest] = Object.values(manifests)
  if (!manifest) throw new Error('The client build was not there when this renderer was built. Run: npm run build')
  return isPrinted(data) ? printedAssets(manifest) : builtAssets(manifest, data.page, data.language)
}
