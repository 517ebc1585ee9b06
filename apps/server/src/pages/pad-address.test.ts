import { expect, it } from 'vitest'
import { padNameOf } from './pad-address.ts'

it.each([
  [' edge ', 'edge'],
  ['https://pads.example.org/p/edge', 'edge'],
  ['http://127.0.0.1:3000/p/Caf%C3%A9/timeslider#rev/3', 'Café'],
  ['/p/edge', 'edge'],
  ['Edge computing', 'Edge computing'],
  ['https://pads.example.org/', 'https://pads.example.org/'],
  ['/p/%E0%A4%A', '%E0%A4%A'],
])('%j means the pad %j', (typed, name) => {
  expect(padNameOf(typed)).toBe(name)
})
