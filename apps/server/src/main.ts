import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import closeWithGrace from 'close-with-grace'
import { buildApp } from './app.ts'
import { systemClock } from './clock.ts'
import { configOfProcess } from './config.ts'
import { keptSecret } from './http/secrets.ts'
import { hostInAddress, listen, portOf } from './listen.ts'
import { loadAgendas } from './load-agendas.ts'
import { builtRenderer } from './pages/built-renderer.ts'
import { devRenderer } from './pages/dev-renderer.ts'
import { StartFailure } from './start-failure.ts'
import { holdDataFolder } from './store/sqlite/hold-data-folder.ts'
import { openDatabase } from './store/sqlite/open-database.ts'
import { createSqliteAgendaStore } from './store/sqlite/sqlite-agenda-store.ts'
import { createSqliteChatStore } from './store/sqlite/sqlite-chat-store.ts'
import { createSqliteImageStore } from './store/sqlite/sqlite-image-store.ts'
import { createSqliteImportHistory } from './store/sqlite/sqlite-import-history.ts'
import { createSqlitePadDirectory } from './store/sqlite/sqlite-pad-directory.ts'
import { createSqlitePadStore } from './store/sqlite/sqlite-pad-store.ts'
import { createSqlitePersonStore } from './store/sqlite/sqlite-person-store.ts'
import { createSqliteRoleStore } from './store/sqlite/sqlite-role-store.ts'
import { createSqliteRoomStore } from './store/sqlite/sqlite-room-store.ts'
import { createSqliteSettings } from './store/sqlite/sqlite-settings.ts'
import { createSqliteSourceStore } from './store/sqlite/sqlite-source-store.ts'

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
    pads: createSqlitePadDirectory(database),
    persons: createSqlitePersonStore(database),
    agenda: createSqliteAgendaStore(database),
    importHistory: createSqliteImportHistory(database),
    agendaSources: createSqliteSourceStore(database),
    chat: createSqliteChatStore(database),
    roles: createSqliteRoleStore(database),
    room: createSqliteRoomStore(database),
    images: createSqliteImageStore(database),
    uploadsFolder: join(config.dataDir, 'uploads'),
  }
  const app = await buildApp({
    ...stores,
    config,
    store: createSqlitePadStore(database),
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
