import { expect, test } from 'vitest'
import { codeOf, nearCodes, numberOf } from './short-code.ts'

test('every pad has its own code, and a code leads back', () => {
  const numbers = [1, 2, 3, 700, 10_000, 9_765_624]
  const codes = numbers.map((number) => codeOf(number) ?? '')
  expect(new Set(codes).size).toBe(numbers.length)
  expect(codes.every((code) => /^[ACDEFGHJKMNPQRTUVWXY34679]{5}$/.test(code))).toBe(true)
  expect(codes.map(numberOf)).toEqual(numbers)
  expect(codes.map((code) => numberOf(code.toLowerCase()))).toEqual(numbers)
})

test('what is no code is none', () => {
  for (const typed of ['', 'ACDE', 'ACDEFG', 'ACD0F', 'ACDEÖ', '😀😀a']) expect(numberOf(typed)).toBeUndefined()
  for (const number of [0, -1, 9_765_625, Number.NaN, 1.5e12]) expect(codeOf(number)).toBeUndefined()
})

test('codes that are nearly right are near, and those of pads that follow each other are not', () => {
  const code = codeOf(700) ?? ''
  expect(nearCodes(code.replace(code[2] ?? '', 'A'))).toContain(code)
  expect(nearCodes(`${code[1]}${code[0]}${code.slice(2)}`)).toContain(code)
  const near = nearCodes(code).flatMap((one) => numberOf(one) ?? [])
  expect(near.filter((number) => Math.abs(number - 700) < 300)).toEqual([])
})
