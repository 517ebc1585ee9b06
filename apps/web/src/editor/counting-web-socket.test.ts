import { expect, it } from 'vitest'
import { textFrame } from './counting-web-socket.ts'

it('counts step 2, empty or not, and updates, and nothing else', () => {
  expect(textFrame(new Uint8Array([0, 1, 2, 0, 0]))).toBe('step 2')
  expect(textFrame(new Uint8Array([0, 2, 3, 1, 1, 1]))).toBe('update')
  expect(textFrame(new Uint8Array([0, 0, 1, 0]))).toBeNull()
  expect(textFrame(new Uint8Array([1, 2, 0, 0]))).toBeNull()
  expect(textFrame(new Uint8Array([]))).toBeNull()
})
