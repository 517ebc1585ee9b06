import { expect, test } from 'vitest'
import { MOST_COLUMNS, MOST_ROWS, slotRules } from '../../vite/timetable-slots.ts'

const rules = slotRules()

test('the style sheet knows every row and column that a timetable may use', () => {
  for (let row = 1; row <= MOST_ROWS; row++) {
    expect(rules).toContain(`[data-row="${row}"]{grid-row-start:${row}}`)
    expect(rules).toContain(`[data-row-end="${row}"]{grid-row-end:${row}}`)
  }
  for (let column = 1; column <= MOST_COLUMNS + 1; column++) {
    expect(rules).toContain(`[data-column="${column}"]{grid-column-start:${column}}`)
    expect(rules).toContain(`[data-column-end="${column}"]{grid-column-end:${column}}`)
  }
})

test('a timetable that fits the window does not scroll by itself', () => {
  expect(rules).toContain('@media (min-width:79.25rem){[data-pane][data-pane="8"]{overflow-x:visible')
})
