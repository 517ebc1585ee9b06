import { describe, expect, it } from 'vitest'
import {
  acknowledged,
  caughtUp,
  changed,
  closed,
  emptyLedger,
  opened,
  type SaveLedger,
  sent,
  unsaved,
} from './save-ledger.ts'

/** A page's life in a few words: each step is what happens to the ledger. */
function after(...steps: ((ledger: SaveLedger) => SaveLedger)[]): SaveLedger {
  return steps.reduce((ledger, step) => step(ledger), emptyLedger)
}

const connects = opened
const loses = closed
const types = (ledger: SaveLedger) => changed(ledger)
const typesOnline = (ledger: SaveLedger) => sent(changed(ledger), 'update')
const catchesUp = (ledger: SaveLedger) => sent(ledger, 'step 2')
const hears = (frames: number) => (ledger: SaveLedger) => acknowledged(ledger, frames)

describe('save ledger', () => {
  it('calls a change saved once its frame is acknowledged', () => {
    const before = after(connects, catchesUp, typesOnline)
    expect(unsaved(before)).toBe(1)
    expect(unsaved(acknowledged(before, 1))).toBe(1)
    expect(unsaved(acknowledged(before, 2))).toBe(0)
  })

  it('counts an empty step 2 as a frame', () => {
    expect(caughtUp(after(connects, catchesUp))).toBe(false)
    expect(caughtUp(after(connects, catchesUp, hears(1)))).toBe(true)
  })

  it('counts what was written before the connection only with its step 2', () => {
    const early = after(types, types, connects, typesOnline)
    expect(unsaved(acknowledged(early, 1))).toBe(3)
    expect(unsaved(acknowledged(sent(early, 'step 2'), 2))).toBe(0)
  })

  it('does not let an update that went out before step 2 cover older changes', () => {
    const ledger = after(types, connects, typesOnline, catchesUp, hears(1))
    expect(unsaved(ledger)).toBe(2)
  })

  it('covers the changes in order while several are under way', () => {
    const ledger = after(connects, catchesUp, typesOnline, typesOnline, typesOnline, hears(3))
    expect(unsaved(ledger)).toBe(1)
  })

  it('forgets what an old connection sent', () => {
    const ledger = after(connects, catchesUp, hears(1), typesOnline, loses, connects)
    expect(unsaved(acknowledged(ledger, 2))).toBe(1)
    expect(unsaved(after(() => ledger, catchesUp, hears(1)))).toBe(0)
  })

  it('keeps what is saved when the line is lost', () => {
    const ledger = after(connects, catchesUp, typesOnline, hears(2), loses, types)
    expect(ledger.saved).toBe(1)
    expect(unsaved(ledger)).toBe(1)
    expect(caughtUp(ledger)).toBe(false)
  })

  it('does not believe an acknowledgement of more than was sent', () => {
    const ledger = after(connects, catchesUp, typesOnline, hears(9))
    expect(unsaved(ledger)).toBe(1)
  })

  it('lets a second step 2, asked for in the middle, cover everything too', () => {
    const ledger = after(connects, catchesUp, typesOnline, catchesUp, hears(3))
    expect(unsaved(ledger)).toBe(0)
  })
})
