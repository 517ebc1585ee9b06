import { outcomesCalendar } from './outcomes-calendar.ts'
import { outcomesCsv } from './outcomes-csv.ts'
import { outcomesJson } from './outcomes-json.ts'
import { outcomesMarkdown } from './outcomes-markdown.ts'
import type { OutcomeFile } from './told-outcomes.ts'

type Format = { type: string; write(file: OutcomeFile): string }

/** The files in which outcomes leave, by their endings. A new one is a file of its own and one line here. */
export const OUTCOME_FILES: Record<string, Format> = {
  csv: { type: 'text/csv; charset=utf-8', write: outcomesCsv },
  md: { type: 'text/markdown; charset=utf-8', write: outcomesMarkdown },
  json: { type: 'application/json; charset=utf-8', write: outcomesJson },
  ics: { type: 'text/calendar; charset=utf-8', write: outcomesCalendar },
}
