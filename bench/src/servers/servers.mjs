import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const KEY = 'the-key-of-the-organisers-in-the-bench'
const Y_WEBSOCKET_SERVER = at('../../node_modules/@y/websocket-server/src/server.js')

/** The servers that are compared: how each is started, and how a pad comes to be in it. */
export const SERVERS = {
  forumpad: {
    name: 'forumpad',
    path: '/sync/',
    dialect: 'y-websocket',
    persists: true,
    command: ({ port, dataDir }) => ({
      script: at('../../../apps/server/dist/main.js'),
      env: { PORT: String(port), DATA_DIR: dataDir, ORGANISER_KEY: KEY, LOG_LEVEL: 'warn' },
    }),
    async makePads(url, names) {
      for (const name of names) {
        const answer = await fetch(`${url}/api/v1/pads`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
          body: JSON.stringify({ name, text: '' }),
        })
        if (!answer.ok) throw new Error(`Making the pad ${name} answered ${answer.status}: ${await answer.text()}`)
      }
    },
  },
  'y-websocket': {
    name: 'y-websocket',
    path: '/',
    dialect: 'y-websocket',
    persists: false,
    command: ({ port }) => ({ script: Y_WEBSOCKET_SERVER, env: { PORT: String(port) } }),
  },
  'y-leveldb': {
    name: 'y-leveldb',
    path: '/',
    dialect: 'y-websocket',
    persists: true,
    command: ({ port, dataDir }) => ({
      script: Y_WEBSOCKET_SERVER,
      env: { PORT: String(port), YPERSISTENCE: join(dataDir, 'leveldb') },
    }),
  },
  hocuspocus: {
    name: 'hocuspocus',
    path: '/',
    dialect: 'hocuspocus',
    persists: true,
    command: ({ port, dataDir }) => ({
      script: at('hocuspocus.mjs'),
      env: { PORT: String(port), DATABASE: join(dataDir, 'hocuspocus.sqlite') },
    }),
  },
  relay: {
    name: 'relay',
    path: '/',
    dialect: 'y-websocket',
    persists: false,
    command: ({ port }) => ({ script: at('relay.mjs'), env: { PORT: String(port) } }),
  },
}
