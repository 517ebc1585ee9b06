import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PageData } from '@forumpad/api'
import type { Clock, PadStore } from '@forumpad/sync'
import { type App, buildApp } from '../app.ts'
import type { AppParts } from '../app-parts.ts'
import { systemClock } from '../clock.ts'
import { portOf } from '../listen.ts'
import { type Database, openDatabase } from '../store/sqlite/open-database.ts'
import { createSqliteStores } from '../store/sqlite/sqlite-stores.ts'

export const ORGANISER_KEY = 'the-key-of-the-organisers'

export type RunningApp = Pick<
  AppParts,
  | 'pads'
  | 'agenda'
  | 'importHistory'
  | 'persons'
  | 'chat'
  | 'comments'
  | 'room'
  | 'revisions'
  | 'redactions'
  | 'roles'
  | 'versions'
  | 'freezeSettings'
  | 'templates'
> & {
  app: App
  /** Where all of it is kept. */
  database: Database
  /** The folder of the images. */
  uploads: string
  /** For example `http://127.0.0.1:41234`. */
  url: string
  /** What a page of the app is made of. */
  page(path: string, init?: RequestInit): Promise<{ status: number; headers: Headers; data: PageData }>
  /** Sends JSON to the HTTP API, under `/api/v1`. */
  api(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiAnswer>
  makePad(name: string, markdown?: string): Promise<void>
  /** Stops the app and starts it again on the same data. */
  restart(): Promise<RunningApp>
  end(): Promise<void>
}

export type ApiAnswer = { status: number; headers: Headers; body: Record<string, unknown> }

/** The real app on a port of its own, with real stores in a new data folder. Pages come as the data they are made of. */
export async function runApp(
  config: Partial<AppParts['config']> = {},
  {
    folder,
    store,
    clientFolder,
    clock = systemClock,
  }: { folder?: string; store?(real: PadStore): PadStore; clientFolder?: string; clock?: Clock } = {},
): Promise<RunningApp> {
  const dataDir = folder ?? (await mkdtemp(join(tmpdir(), 'forumpad-')))
  const database = await openDatabase(dataDir)
  const stores = {
    ...createSqliteStores(database),
    uploadsFolder: join(dataDir, 'uploads'),
  }
  const app = await buildApp({
    ...stores,
    config: {
      publicUrl: undefined,
      trustProxy: false,
      padCreation: 'anyone',
      logLevel: 'silent',
      dev: false,
      ...config,
    },
    store: store ? store(stores.store) : stores.store,
    clock,
    keys: { organiser: ORGANISER_KEY, cookie: 'the-key-of-the-cookies' },
    renderer: { render: async (data) => JSON.stringify(data) },
    clientFolder,
    developmentFiles: undefined,
  })
  await app.http.listen({ host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${portOf(app.http.server)}`
  const stop = async () => {
    await app.stop()
    await database.close()
  }

  return {
    ...stores,
    database,
    uploads: stores.uploadsFolder,
    app,
    url,
    async page(path, init) {
      const answer = await fetch(`${url}${path}`, { redirect: 'manual', ...init })
      const text = await answer.text()
      return { status: answer.status, headers: answer.headers, data: JSON.parse(text === '' ? 'null' : text) }
    },
    async api(method, path, body, headers = {}) {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> }
    },
    async makePad(name, template) {
      await stores.pads.create({ name, title: name, session: null, template: template ?? null, createdAt: Date.now() })
    },
    async restart() {
      await stop()
      return runApp(config, { folder: dataDir })
    },
    async end() {
      await stop()
      await rm(dataDir, { recursive: true })
    },
  }
}
