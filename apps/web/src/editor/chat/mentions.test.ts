import { expect, it } from 'vitest'
import { mentionsIn } from './mentions.ts'

const NAMES = ['Ada', 'Ada Lovelace', 'José', '李小龍']
const mentioned = (text: string) => mentionsIn(text, NAMES).map(({ text, mention }) => (mention ? `[${text}]` : text))

it.each([
  ['hello @ada, and @José', ['hello ', '[@ada]', ', and ', '[@José]']],
  ['@Ada Lovelace knows', ['[@Ada Lovelace]', ' knows']],
  ['@Adam and @Adaé are others', ['@Adam and @Adaé are others']],
  ['mail@ada.example', ['mail@ada.example']],
  ['(@李小龍)', ['(', '[@李小龍]', ')']],
  ['@@Ada', ['@', '[@Ada]']],
  ['', []],
  ['@', ['@']],
])('%j', (text, parts) => {
  expect(mentioned(text)).toEqual(parts)
})

it('leaves nothing out', () => {
  const text = '@Ada: @Ada Lovelace@José @ @nobody'
  expect(
    mentionsIn(text, NAMES)
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
})
