import type { Plugin } from 'vite'

/** How far the generated rules reach. A day with more columns or rows falls back to a list, see `timetable.ts`. */
export const MOST_COLUMNS = 32
export const MOST_ROWS = 160

const FILE = 'virtual:timetable-slots.css'
const RESOLVED = '/virtual/timetable-slots.css'

/**
 * Style rules that place a cell of the timetable by its data attributes. The Content-Security-Policy forbids `style`
 * attributes in the HTML that the server sends, and the timetable must stand before any script runs.
 */
export function slotRules(): string {
  const rules: string[] = []
  for (let n = 1; n <= MOST_ROWS; n++) {
    rules.push(`[data-row="${n}"]{grid-row-start:${n}}`, `[data-row-end="${n}"]{grid-row-end:${n}}`)
  }
  for (let n = 1; n <= MOST_COLUMNS + 1; n++) {
    rules.push(`[data-column="${n}"]{grid-column-start:${n}}`, `[data-column-end="${n}"]{grid-column-end:${n}}`)
  }
  for (let n = 1; n <= MOST_COLUMNS; n++) rules.push(`[data-columns="${n}"]{--columns:${n}}`)
  for (let tenths = 1; tenths < 10; tenths++) rules.push(`[data-tenths="${tenths}"]{inset-block-start:${tenths * 10}%}`)
  return `@media (min-width:60rem){${rules.join('')}}${freePanes()}`
}

/**
 * A timetable whose rooms all fit is not a scrolling pane, so that its heads can stick to the window; and as they are
 * always in sight, the cells need not say their room to the eye.
 */
function freePanes(): string {
  const rules: string[] = []
  for (let n = 1; n <= MOST_COLUMNS; n++) {
    const rem = Math.max(60, n * 9 + 7.25)
    rules.push(
      `@media (min-width:${rem}rem){[data-pane][data-pane="${n}"]{overflow-x:visible;--heads-stop:3.5rem;--room-position:absolute;--room-clip:inset(50%)}}`,
    )
  }
  return rules.join('')
}

export function timetableSlots(): Plugin {
  return {
    name: 'timetable-slots',
    resolveId: (id) => (id === FILE ? RESOLVED : null),
    load: (id) => (id === RESOLVED ? slotRules() : null),
  }
}
