import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { append, cut, Paper } from '../testing/paper.ts'

/** Yjs cannot move: who moves words that another has moved meanwhile brings them a second time, and deletes nothing that is still there. */
const LINE = 'What we agreed on Tuesday, in the hall.'

const moved = (words: string) => (text: Y.Text) => {
  cut(text, words)
  text.insert(0, words)
}

function paperOfAda(): Paper {
  return new Paper().by('ada', (text) => append(text, `- ${LINE}`))
}

test('Two who move the same words at once leave their author alone', () => {
  const paper = paperOfAda()
  const graceComesBack = paper.away('grace', moved(LINE))
  paper.by('edsger', moved(LINE))
  expect(graceComesBack().credits).toBe(`[ada<grace]${LINE}[ada<edsger]${LINE}[ada]- `)
})

test('also if the other has moved them in two parts, and changed a word since', () => {
  const paper = paperOfAda()
  const graceComesBack = paper.away('grace', moved(LINE))
  paper.by('edsger', moved('What we agreed on ')).by('edsger', moved('Tuesday, in the hall.'))
  paper.by('edsger', (text) => cut(text, 'agreed'))
  expect(graceComesBack().credits).toMatch(`[ada<grace]${LINE}[`)
})

test('also if they bring them twice in one update', () => {
  const paper = paperOfAda().by('grace', (text) => {
    cut(text, LINE)
    append(text, `${LINE} `)
    text.insert(0, LINE)
  })
  expect(paper.credits).toBe(`[ada<grace]${LINE}[ada]- [ada<grace]${LINE}[grace] `)
})

test('also if a word was cut out of its middle, and another has cut off its beginning', () => {
  const paper = paperOfAda()
  const graceComesBack = paper.away('grace', (text) => {
    moved(LINE)(text)
    cut(text, ' Tuesday,')
  })
  paper.by('edsger', (text) => cut(text, 'What we '))
  expect(graceComesBack().credits).toBe('[ada<grace]What we agreed on in the hall.[ada]- ')
})

test('A word that somebody moved and another writes is the writer’s', () => {
  const paper = paperOfAda().by('edsger', moved('in the'))
  expect(paper.by('edsger', (text) => append(text, 'in the')).credits).toMatch(/\[edsger\]in the$/)
})

test('How much is moved does not make it forget what was deleted', () => {
  const paper = paperOfAda().by('ada', (text) => append(text, ' abc'))
  paper.by('grace', (text) => cut(text, 'on Tuesday'))
  for (let i = 0; i < 250; i++) paper.by('edsger', moved('abc'))
  expect(paper.by('grace', (text) => append(text, 'on Tuesday')).credits).toMatch(/\[ada<grace\]on Tuesday$/)
})
