/** Schedules of the long run, of `QUICK_STEPS` each, that once broke a promise, and how. */
export const FOUND_FAULTS: readonly [seed: number, what: string][] = [
  [2820, 'Who moves a line that another has moved in parts is not taken for its author'],
  [3430, 'Who breaks a line that another has broken meanwhile is not taken for its author'],
  [3555, 'Who joins lines that another has split meanwhile is not taken for their author'],
  [5974, 'Who moves a line that is deleted meanwhile is not taken for its author when it is put back'],
  [7973, 'Words that came into a line which somebody moves just before closing the tab are put back'],
  [7094, 'Who brings a line twice in one update is not taken for its author'],
]
