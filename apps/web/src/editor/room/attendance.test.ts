import { expect, it } from 'vitest'
import { attendanceCsv, attendanceLines } from './attendance.ts'

const here = (name: string, affiliation: string) => ({
  person: { id: name, name, hue: 1 },
  affiliation,
  at: Date.UTC(2017, 4, 10, 14, 40),
})

it('becomes lines of the pad', () => {
  expect(attendanceLines([here('Ada', 'Engines'), here('Ben', '')]).map(({ words }) => words)).toEqual([
    'Present (2):',
    'Ada (Engines)',
    'Ben',
  ])
})

it('becomes a table, in which nothing is a formula', () => {
  expect(attendanceCsv([here('Ada "The" L', 'Engines, Ltd'), here('=cmd()', '@x')])).toBe(
    [
      'name,affiliation,at',
      '"Ada ""The"" L","Engines, Ltd",2017-05-10T14:40:00.000Z',
      "'=cmd(),'@x,2017-05-10T14:40:00.000Z",
      '',
    ].join('\r\n'),
  )
})
