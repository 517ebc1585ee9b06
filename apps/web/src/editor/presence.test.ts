import type { Person } from '@forumpad/api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { livePeople, peopleIn } from './presence.ts'

const ada = { id: 'ada', name: 'Ada', hue: 3 }
const ben = { id: 'ben', name: 'Ben', hue: 1 }
const zoe = { id: 'zoe', name: 'Zoë', hue: 2 }

let page: Awareness
const windows: Awareness[] = []

beforeEach(() => {
  page = new Awareness(new Y.Doc())
})

afterEach(() => {
  for (const { doc } of [page, ...windows.splice(0)]) doc.destroy()
})

/** Somebody opens the pad in a window of theirs. */
function joins(user: Person | { name: string }) {
  const theirs = new Awareness(new Y.Doc())
  windows.push(theirs)
  theirs.setLocalState({ user })
  applyAwarenessUpdate(page, encodeAwarenessUpdate(theirs, [theirs.clientID]), null)
}

describe('people in a pad', () => {
  it('begin with oneself, the others by name', () => {
    joins(zoe)
    joins(ben)
    expect(peopleIn(page, ada)).toEqual([ada, ben, zoe])
  })

  it('are counted once, however many windows they have open', () => {
    joins(ben)
    joins(ben)
    joins(ada)
    expect(peopleIn(page, ada)).toEqual([ada, ben])
  })

  it('are told of when somebody comes, and not when a caret moves', () => {
    const live = livePeople(page, ada)
    let told = 0
    const deaf = live.subscribe(() => {
      told += 1
    })
    joins(ben)
    expect(told).toBe(1)
    expect(live.people()).toEqual([ada, ben])
    const [window] = windows
    window?.setLocalStateField('cursor', { anchor: 1, head: 1 })
    if (window) applyAwarenessUpdate(page, encodeAwarenessUpdate(window, [window.clientID]), null)
    expect(told).toBe(1)
    deaf()
  })

  it('are those whom the server has named', () => {
    joins({ name: 'somebody' })
    expect(peopleIn(page, ada)).toEqual([ada])
  })
})
