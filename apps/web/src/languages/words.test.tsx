import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ENGLISH, wordsIn } from './words.ts'

const german = wordsIn('de', {
  'Make this pad': 'Dieses Pad anlegen',
  '{count, plural, one {# pad} other {# pads}}': '{count, plural, one {# Pad} other {# Pads}}',
  'Written by <b>{name}</b> in {pad}': 'In {pad} geschrieben von <b>{name}</b>',
  'Open‖not done': 'Offen',
})

test('a sentence is said in the language of the page', () => {
  expect(german.say('Make this pad')).toBe('Dieses Pad anlegen')
  expect(german.say('{count, plural, one {# pad} other {# pads}}', { count: 1 })).toBe('1 Pad')
  expect(german.say('{count, plural, one {# pad} other {# pads}}', { count: 12_345 })).toBe('12.345 Pads')
})

test('without a translation it is said in English, and so is what the server says', () => {
  expect(german.say('The pad is closed {for now')).toBe('The pad is closed {for now')
  expect(ENGLISH.say('{count, plural, one {# pad} other {# pads}}', { count: 2 })).toBe('2 pads')
})

test('which meaning of a word is meant is not said', () => {
  expect(german.say('Open‖not done')).toBe('Offen')
  expect(ENGLISH.say('Open‖not done')).toBe('Open')
})

test('parts of the page stand where the language wants them, and no name becomes markup', () => {
  const woven = german.weave('Written by <b>{name}</b> in {pad}', {
    name: '<i>Ada</i>',
    pad: <a href="/p/nfv">NFV</a>,
    b: (words) => <b>{words}</b>,
  })
  expect(renderToStaticMarkup(woven)).toBe('In <a href="/p/nfv">NFV</a> geschrieben von <b>&lt;i&gt;Ada&lt;/i&gt;</b>')
})

test('Arabic has its six forms, and the digits that clocks and addresses have', () => {
  const arabic = wordsIn('ar', {
    '{count, plural, other {# pads}}':
      '{count, plural, zero {# دفتر} one {دفتر واحد} two {دفتران} few {# دفاتر} many {# دفترًا} other {# دفتر}}',
  })
  const pads = (count: number) => arabic.say('{count, plural, other {# pads}}', { count })
  expect([0, 1, 2, 5, 11, 100].map(pads)).toEqual(['0 دفتر', 'دفتر واحد', 'دفتران', '5 دفاتر', '11 دفترًا', '100 دفتر'])
})
