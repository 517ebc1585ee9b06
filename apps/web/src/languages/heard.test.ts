import { expect, test } from 'vitest'
import { wordsIn } from './words.ts'

const german = wordsIn('de', { moderator: 'Moderation', Saved: 'Gespeichert' })
german.learn({
  'There is no pad {1}.': 'Es gibt kein Pad {1}.',
  'This pad is frozen. Ask the moderator.': 'Dieses Pad ist eingefroren. Die Moderation fragen.',
  'They are {1} here.': 'Ihre Rolle ist hier {s1}.',
  'The room "{1}" is called "{2}" now.': 'Der Raum „{1}“ heißt jetzt „{2}“.',
  'The feed waits for you: {1}': 'Der Feed wartet: {s1}',
  '{1} sessions are gone.': '{1, plural, one {# Sitzung fehlt} other {# Sitzungen fehlen}}.',
  'No session could be read.': 'Keine Sitzung konnte gelesen werden.',
})

test('what the server says in English is said in the language of the page', () => {
  expect(german.say('This pad is frozen. Ask the moderator.')).toBe(
    'Dieses Pad ist eingefroren. Die Moderation fragen.',
  )
  expect(german.say('There is no pad nfv.')).toBe('Es gibt kein Pad nfv.')
})

test('what somebody typed stays as they typed it, and a word of ours is said', () => {
  expect(german.say('There is no pad Saved.')).toBe('Es gibt kein Pad Saved.')
  expect(german.say('There is no pad 007.')).toBe('Es gibt kein Pad 007.')
  expect(german.say('There is no pad {name} <b>.')).toBe('Es gibt kein Pad {name} <b>.')
  expect(german.say('They are moderator here.')).toBe('Ihre Rolle ist hier Moderation.')
})

test('numbers are numbers, as the language writes them', () => {
  expect(german.say('1 sessions are gone.')).toBe('1 Sitzung fehlt.')
  expect(german.say('1,234 sessions are gone.')).toBe('1.234 Sitzungen fehlen.')
})

test('several in a row are said one by one, each with its own', () => {
  const rooms = 'The room "A" is called "B" now. The room "C" is called "D" now.'
  expect(german.say(`The feed waits for you: ${rooms}`)).toBe(
    'Der Feed wartet: Der Raum „A“ heißt jetzt „B“. Der Raum „C“ heißt jetzt „D“.',
  )
})

test('what nobody knows stays English, and what stands before it is said', () => {
  expect(german.say('This is new here.')).toBe('This is new here.')
  expect(german.say('No session could be read. Line 3: no UID.')).toBe(
    'Keine Sitzung konnte gelesen werden. Line 3: no UID.',
  )
  expect(german.say(`No session could be read. ${'x. '.repeat(5_000)}`)).toMatch(/^No session/)
})

test('before the sentences of the server are there, it speaks English', () => {
  expect(wordsIn('de', {}).say('There is no pad nfv.')).toBe('There is no pad nfv.')
})
