// @vitest-environment happy-dom
import { CLOSE } from '@forumpad/api'
import { ROOT, SCHEMA_VERSION } from '@forumpad/pad-schema'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { PadConnection } from '../pad-connection.ts'
import { FakeServer } from '../testing/fake-server.ts'
import { type Visit, type VisitOptions, visitPad } from '../testing/visit-pad.ts'
import { changesIn, notedCopies, writeNote } from './copy-notes.ts'

let server: FakeServer
let pad: PadConnection
let copy: Visit['copy']
let types: Visit['types']

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  server = new FakeServer()
})

afterEach(() => {
  pad.close()
  vi.useRealTimers()
})

async function visit(options: VisitOptions = {}) {
  ;({ pad, copy, types } = await visitPad(server, options))
}

/** An earlier visit wrote down that its words may not have arrived. */
function notes(earlier: Y.Doc, changes: number) {
  const copyId = { person: 'ada', pad: 'Föhn~1', epoch: 7, schema: SCHEMA_VERSION }
  writeNote(localStorage, copyId, { title: 'Föhn', visits: { [earlier.clientID]: { saved: 0, changes, at: 1 } } })
}

const badge = () => pad.state().badge
const seconds = (n: number) => vi.advanceTimersByTimeAsync(n * 1_000)

describe('what a page has not sent', () => {
  it('does not call words of an earlier visit saved before the server has them', async () => {
    const earlier = new Y.Doc()
    earlier.getXmlFragment(ROOT).push([new Y.XmlElement('paragraph')])
    notes(earlier, 2)
    await visit({ from: earlier })
    server.opens()
    server.sendsItsText('Welcome')
    expect(badge()).toEqual({ is: 'connecting', changes: 2 })
    server.acknowledges(1)
    expect(badge()).toMatchObject({ is: 'saved' })
    expect(notedCopies(localStorage, 'ada')).toEqual([])
  })

  it('counts nothing of an earlier visit that left nothing unsent', async () => {
    const earlier = new Y.Doc()
    earlier.getXmlFragment(ROOT).push([new Y.XmlElement('paragraph')])
    await visit({ from: earlier })
    expect(badge()).toEqual({ is: 'connecting', changes: 0 })
    expect(pad.state().isUnsent).toBe(false)
  })

  it('notes on the device that it has unsent words, and takes the note away when they are sent', async () => {
    await visit()
    server.opens()
    server.sendsItsText('Welcome')
    server.acknowledges(1)
    types('one')
    expect(notedCopies(localStorage, 'ada')).toMatchObject([{ pad: 'Föhn~1', epoch: 7, note: { title: 'Föhn' } }])
    types('two')
    await seconds(1)
    expect(notedCopies(localStorage, 'ada').map(({ note }) => changesIn(note))).toEqual([2])
    server.acknowledges(3)
    await seconds(1)
    expect(notedCopies(localStorage, 'ada')).toEqual([])
  })

  it('neither shows nor deletes what somebody else left when the browser is another person’s', async () => {
    await visit()
    server.opens()
    server.sendsItsText('Welcome')
    types('by Ada')
    server.hangsUp(CLOSE.notSignedIn)
    expect(pad.state().refused?.lines).toEqual([])
    await pad.forgetCopy()
    expect(copy.forgotten).toBe(false)
    expect(notedCopies(localStorage, 'ada')).toHaveLength(1)
    expect(notedCopies(localStorage, 'grace')).toEqual([])
  })
})
