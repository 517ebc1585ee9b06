import { joining, reconnecting } from './arriving.mjs'
import { crowd } from './crowd.mjs'
import { idleMemory } from './idle-memory.mjs'
import { killInBurst, killWhileTyping } from './kill.mjs'
import { longPad } from './long-pad.mjs'
import { manyPads } from './many-pads.mjs'
import { stalledReader } from './stalled-reader.mjs'

export const SCENARIOS = [
  crowd(50),
  crowd(200),
  crowd(500),
  crowd(1000),
  manyPads,
  longPad,
  joining,
  reconnecting,
  idleMemory,
  stalledReader,
  killWhileTyping,
  killInBurst,
]
