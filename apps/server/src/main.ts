import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import closeWithGrace from 'close-with-grace'
import { buildApp } from './app.ts'
import { systemClock } from './clock.ts'
import { configOfProcess } from './config.ts'
import { keptSecret } from './http/secrets.ts'
import { hostInAddress, listen, portOf } from './listen.ts'
import { loadAgendas } from './load-agendas.ts'
import { loadArchives } from './load-archives.ts'
import { builtRenderer } from './pages/built-renderer.ts'
import { devRenderer } from './pages/dev-renderer.ts'
import { StartFailure } from './start-failure.ts'
import { holdDataFolder } from './store/sqlite/hold-data-folder.ts'
import { openDatabase } from './store/sqlite/open-database.ts'
import { createSqliteSettings } from './store/sqlite/sqlite-settings.ts'
import { createSqliteStores } from './store/sqlite/sqlite-stores.ts'

// The same from src and from dist: both lie in the folder of the server.
const WEB_FOLDER = fileURLToPath(new URL('../../web', import.meta.url))
const SAMPLE_FOLDER = fileURLToPath(new URL('../sample', import.meta.url))

async function start(): Promise<void> {
  const config = configOfProcess()
  const database = await openDatabase(config.dataDir)
  const folder = holdDataFolder(config.dataDir)
  const organiserKey = config.organiserKey ?? keptSecret(config.dataDir, 'organiser.key')
  const pages = await (config.dev ? devPages() : builtPages())
  const stores = {
    clock: systemClock,
    ...createSqliteStores(database),
    uploadsFolder: join(config.dataDir, 'uploads'),
  }
  // Before anybody is there who would have to wait, and before the sample event that a first start brings.
  await loadArchives({ ...stores, archives: config.archives, say })
  const app = await buildApp({
    ...stores,
    config,
    keys: { organiser: organiserKey, cookie: keptSecret(config.dataDir, 'cookie.key') },
    ...pages,
  })

  closeWithGrace({ delay: 10_000, logger: app.http.log }, async ({ err }) => {
    if (err) app.http.log.fatal(err)
    await app.stop()
    await pages.close()
    await database.close()
    folder.release()
  })

  await loadAgendas({ ...stores, livePads: app.livePads, sampleFolder: SAMPLE_FOLDER, agendas: config.agendas, say })
  await listen(app.http, config)
  const address = config.publicUrl ?? `http://${hostInAddress(config.host)}:${portOf(app.http.server)}`
  say(`Forumpad is at ${address}`)
  // Whoever sets a key knows it. Not at the making of the key: that start may have failed before anybody saw the link.
  if (!config.organiserKey && (await createSqliteSettings(database).firstTime('show the organiser link'))) {
    say(`The organiser's link, shown this once: ${address}/organiser?key=${organiserKey}`)
  }
}

async function builtPages() {
  const { clientFolder, render } = await builtRenderer(WEB_FOLDER)
  return { renderer: { render }, clientFolder, developmentFiles: undefined, close: async () => {} }
}

async function devPages() {
  const { render, middleware, close } = await devRenderer(WEB_FOLDER)
  return { renderer: { render }, clientFolder: undefined, developmentFiles: middleware, close }
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}

try {
  await start()
} catch (error) {
  if (!(error instanceof StartFailure)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
