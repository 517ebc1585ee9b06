import {
  type AsideFeature,
  type AsideFeatures,
  type AsideFromServer,
  MESSAGE,
  type Role,
  readAside,
  writeAside,
} from '@forumpad/api'
import { SCHEMA_VERSION } from '@forumpad/pad-schema'
import { WebSocket } from 'ws'

type Answer<F extends AsideFeature> =
  | { is: 'answer'; body: AsideFeatures[F]['answer'] }
  | { is: 'refusal'; code: string; text: string }

/** One of our pages, as far as it speaks beside the text. */
export type PageLine = {
  readonly role: Role
  /** The news of a feature so far, in the order in which they came. */
  news<F extends AsideFeature>(feature: F): AsideFeatures[F]['news'][]
  /** Resolves once something is so that news may have changed. */
  until(isSo: () => boolean): Promise<void>
  ask<F extends AsideFeature>(feature: F, body: AsideFeatures[F]['ask']): Promise<Answer<F>>
  socket: WebSocket
  /** The code that the server closed with. */
  closed: Promise<number>
  leaves(): Promise<void>
}

/** Opens a pad as a page does; resolves when it is welcome beside the text. */
export async function pageLine(url: string, pad: string, headers: Record<string, string> = {}): Promise<PageLine> {
  const query = `page=1&schema=${SCHEMA_VERSION}&epoch=1`
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/sync/${encodeURIComponent(pad)}?${query}`, { headers })
  const news: { feature: string; body: unknown }[] = []
  const answers = new Map<number, (answer: AsideFromServer) => void>()
  const listeners = new Set<() => void>()
  let asked = 0
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))

  const role = await new Promise<Role>((resolve, reject) => {
    socket.once('error', reject)
    socket.on('message', (data: Buffer) => {
      if (data[0] !== MESSAGE.aside) return
      const message = readAside(new Uint8Array(data)) as AsideFromServer
      if (message.is === 'welcome') resolve(message.role)
      if (message.is === 'news') news.push(message)
      if (message.is === 'answer' || message.is === 'refusal') answers.get(message.ask)?.(message)
      for (const listener of listeners) listener()
    })
  })

  return {
    role,
    socket,
    closed,
    news: <F extends AsideFeature>(feature: F) =>
      news.filter((each) => each.feature === feature).map(({ body }) => body as AsideFeatures[F]['news']),
    until: (isSo) =>
      new Promise((resolve) => {
        const look = () => {
          if (!isSo()) return
          listeners.delete(look)
          resolve()
        }
        listeners.add(look)
        look()
      }),
    ask: <F extends AsideFeature>(feature: F, body: AsideFeatures[F]['ask']) =>
      new Promise<Answer<F>>((resolve) => {
        asked += 1
        answers.set(asked, (answer) => resolve(answer as Answer<F>))
        socket.send(writeAside({ feature, ask: asked, body }))
      }),
    async leaves() {
      socket.close()
      await closed
    },
  }
}
