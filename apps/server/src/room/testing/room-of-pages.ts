import { type AsideFromServer, type Role, type RoomAsk, type RoomState, readAside, writeAside } from '@forumpad/api'
import { createAsides } from '../../asides/asides.ts'
import { roomFeature } from '../room.ts'
import type { RoomStore } from '../room-store.ts'

/** A page as it stands: what it knows of the room from news and answers alone. */
type RoomPage = {
  view(): RoomState
  /** Resolves with what the server answers or refuses. */
  ask(body: RoomAsk): Promise<AsideFromServer>
  leaves(): void
}

type Doing = { does: string; who?: string; ms?: number }

const NOTHING: RoomState = { version: -1, speaking: null, waiting: [], timer: null, away: [] }

/** Who speaks and then who waits, by their ids. */
export const handsOf = ({ speaking, waiting }: RoomState): string[] =>
  [...(speaking ? [speaking] : []), ...waiting].map(({ person }) => person.id)

/** A room with real asides and a real store, whose pages keep the newest state that they heard of; the clock is the test's. */
export function roomOfPages(store: RoomStore, pad: string) {
  let now = 1_000_000
  const timers = new Set<{ at: number; callback: () => void }>()
  const clock = {
    now: () => now,
    after(ms: number, callback: () => void) {
      const timer = { at: now + ms, callback }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
  }
  const roles = new Map<string, Role>()
  const failures: unknown[] = []
  const asides = createAsides({
    frame: (payload) => ({ payload }),
    clock,
    roleOf: ({ person }) => roles.get(person.id) ?? 'editor',
    failed: (error) => failures.push(error),
  })
  const room = roomFeature({
    store,
    asides,
    clock,
    isFrozen: async () => false,
    remember: async () => {},
    failed: (error) => failures.push(error),
  })
  asides.add(room)
  const pages = new Map<string, RoomPage>()

  async function comes(id: string, role: Role = 'editor'): Promise<RoomPage> {
    const known = pages.get(id)
    if (known) return known
    roles.set(id, role)
    let view = NOTHING
    let asked = 0
    const answers = new Map<number, (message: AsideFromServer) => void>()
    const take = (state: RoomState) => {
      if (state.version >= view.version) view = state
    }
    const hear = (message: AsideFromServer) => {
      if (message.is === 'news') {
        const news = message.body as { is: string; state: RoomState }
        if (news.is === 'state') take(news.state)
      }
      if (message.is === 'answer') {
        const answer = message.body as { is: string; state: RoomState }
        if (answer.is === 'state') take(answer.state)
      }
      if (message.is === 'answer' || message.is === 'refusal') answers.get(message.ask)?.(message)
    }
    const connection = asides.admit(
      { pad, person: { id, name: id, hue: 1 }, request: {} as never },
      {
        send: (frames) => frames.forEach(({ payload }) => void hear(readAside(payload) as AsideFromServer)),
        queuedBytes: () => 0,
        onceDrained: () => {},
        close: () => {},
      },
    )
    const page: RoomPage = {
      view: () => view,
      ask: (body) =>
        new Promise((resolve) => {
          asked += 1
          answers.set(asked, resolve)
          connection.receive(writeAside({ feature: 'room', ask: asked, body }))
        }),
      leaves() {
        pages.delete(id)
        connection.left()
      },
    }
    pages.set(id, page)
    await page.ask({ is: 'look' })
    return page
  }

  function wait(ms: number): void {
    now += ms
    for (const timer of [...timers]) {
      if (timer.at > now || !timers.delete(timer)) continue
      timer.callback()
    }
  }

  return {
    comes,
    wait,
    failures,
    page: (id: string) => pages.get(id),
    async does({ does, who = '', ms = 0 }: Doing, chair: RoomPage): Promise<void> {
      // Nobody asks quicker than they may.
      now += 2_000
      if (does === 'wait') return wait(ms)
      if (does === 'come') return void (await comes(who))
      if (does === 'call')
        return void (await chair.ask({ is: 'call', after: chair.view().speaking?.person.id ?? null }))
      if (does === 'dismiss') return void (await chair.ask({ is: 'dismiss', person: who }))
      const page = pages.get(who)
      if (does === 'leave') return page?.leaves()
      if (does === 'raise' || does === 'lower') await page?.ask({ is: does })
    },
    /** Once the store has done what it was asked. */
    async settled(): Promise<void> {
      await store.read(pad)
      await new Promise(setImmediate)
    },
    views: () => [...pages.values()].map((page) => page.view()),
    end() {
      room.stop()
      for (const page of [...pages.values()]) page.leaves()
    },
  }
}
