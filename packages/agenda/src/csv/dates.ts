/** Whether 05/06/2027 is the fifth of June or May the sixth. */
export type DayOrder = 'day first' | 'month first'

export type CalendarDate = { year: number; month: number; day: number }

/** A date as people write it, and what stands behind it in the cell (a time, or nothing); undefined if there is no date. */
export function readDate(raw: string, order: DayOrder): { date: CalendarDate; rest: string } | undefined {
  const text = raw.replace(/^\p{L}{2,12}\.?,?\s+(?=\S*\d)/u, (word) => (monthOf(word) === undefined ? '' : word))
  for (const [form, read] of FORMS) {
    const parts = form.exec(text)
    const date = parts === null ? undefined : read(parts, order)
    if (parts !== null && date !== undefined) return { date, rest: text.slice(parts[0].length).replace(/^[\s,T]+/, '') }
  }
  return undefined
}

/**
 * Finds out in which order dates are written: by a number over twelve; else by which order brings the days closer together,
 * as those of a conference are; else month first where clocks show AM and PM or the event is in America.
 *
 * @returns undefined if no date is written in numbers only
 */
export function dayOrderOf(
  dates: readonly string[],
  isAmerican: boolean,
): { order: DayOrder; isCertain: boolean; example: string } | undefined {
  const numbers = dates.flatMap((raw) => {
    const [example, first, second, year] = NUMBERS.exec(raw) ?? []
    return example === undefined ? [] : [{ example, first: Number(first), second: Number(second), year: Number(year) }]
  })
  const [one] = numbers
  if (one === undefined) return undefined
  const certain = numbers.find(({ first, second }) => first > 12 !== second > 12)
  if (certain) {
    return { order: certain.first > 12 ? 'day first' : 'month first', isCertain: true, example: certain.example }
  }
  const span = (day: 'first' | 'second', month: 'first' | 'second') => {
    const days = numbers.map((date) => Date.UTC(date.year, date[month] - 1, date[day]))
    return days.reduce((a, b) => Math.max(a, b)) - days.reduce((a, b) => Math.min(a, b))
  }
  const [dayFirst, monthFirst] = [span('first', 'second'), span('second', 'first')]
  const isMonthFirst = dayFirst === monthFirst ? isAmerican : monthFirst < dayFirst
  const isSame = numbers.every(({ first, second }) => first === second)
  return { order: isMonthFirst ? 'month first' : 'day first', isCertain: isSame, example: one.example }
}

const NUMBERS = /^\s*(?:\p{L}{2,12}\.?,?\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)(?!\d)/u

type Form = readonly [form: RegExp, read: (parts: RegExpExecArray, order: DayOrder) => CalendarDate | undefined]

const FORMS: readonly Form[] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, ([, year, month, day]) => dateOf(year, month, day)],
  [
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)(?!\d)/,
    ([, first, second, year], order) =>
      order === 'day first' ? dateOf(year, second, first) : dateOf(year, first, second),
  ],
  [
    /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:of\s+)?(\p{L}{3,12})\.?,?[\s-]+(\d{4})(?!\d)/iu,
    ([, day, month, year]) => dateOf(year, monthOf(month ?? ''), day),
  ],
  [
    /^(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/iu,
    ([, month, day, year]) => dateOf(year, monthOf(month ?? ''), day),
  ],
]

function dateOf(year = '', month: string | number | undefined, day = ''): CalendarDate | undefined {
  if (month === undefined || Number(month) > 12 || Number(day) > 31) return undefined
  return { year: Number(year) + (year.length === 2 ? 2000 : 0), month: Number(month), day: Number(day) }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const OTHER_MONTHS: Readonly<Record<string, number>> = { mär: 3, mai: 5, okt: 10, dez: 12 }

function monthOf(word: string): number | undefined {
  const start = word.trim().slice(0, 3).toLowerCase()
  const at = MONTHS.indexOf(start)
  return at < 0 ? OTHER_MONTHS[start] : at + 1
}
