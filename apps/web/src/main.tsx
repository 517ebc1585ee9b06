import '@vitejs/plugin-react/preamble'
import './styles.css'
import 'virtual:timetable-slots.css'
import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { readPageData } from './document/page-data.ts'
import { catalogueOf, heardOf } from './languages/catalogues.ts'
import { wordsIn } from './languages/words.ts'
import { keepForOffline } from './offline/keep-for-offline.ts'
import { pageOf } from './pages/page.tsx'
import { loadPatiently } from './ui/patient-load.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root to take over.')

/** Not awaited at the top of this file: the files of pages import from this one, and each would wait for the other. */
async function takeOver(root: HTMLElement) {
  const data = readPageData(document)
  const heard = () => loadPatiently(() => heardOf(data.language))
  // A pad shows nothing at first that the server says, and is there to write in.
  const isToWriteIn = data.page === 'pad'
  // They come at once: the page's head has asked for them already.
  const [page, catalogue, heardAtOnce] = await Promise.all([
    loadPatiently(() => pageOf(data)),
    loadPatiently(() => catalogueOf(data.language)),
    isToWriteIn ? {} : heard(),
  ])
  const words = wordsIn(data.language, catalogue)
  words.learn(heardAtOnce)
  hydrateRoot(
    root,
    <StrictMode>
      <App now={data.now} words={words} page={page} />
    </StrictMode>,
  )
  // Without it the server speaks English.
  if (isToWriteIn) heard().then(words.learn, () => {})
}

void takeOver(root)
keepForOffline()
