import { expect, it } from 'vitest'
import { readOpened } from './opened.ts'

const origin = 'https://pads.example'

it('takes files of this site alone', () => {
  const assets = [
    `${origin}/assets/a-1.js`,
    `${origin}/api/v1/me`,
    'https://elsewhere.example/assets/b.js',
    7,
    'nonsense',
  ]
  expect(readOpened({ page: `${origin}/p/x`, assets }, origin)).toEqual({
    page: `${origin}/p/x`,
    assets: [`${origin}/assets/a-1.js`],
  })
})

it.each([undefined, null, 'x', {}, { page: 'https://elsewhere.example/', assets: [] }, { page: `${origin}/` }])(
  'takes nothing from %j',
  (message) => {
    expect(readOpened(message, origin)).toBeUndefined()
  },
)
