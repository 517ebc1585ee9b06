/** Schedules of the long run, of `QUICK_STEPS` each, that once broke a promise, and how. */
export const FOUND_FAULTS: readonly [seed: number, what: string][] = [
  [2820, 'Who moves a line that another has moved in parts is not taken for its author'],
  [3430, 'Who breaks a line that another has broken meanwhile is not taken for its author'],
  [3555, 'Who joins lines that another has split meanwhile is not taken for their author'],
  [5974, 'Who moves a line that is deleted meanwhile is not taken for its author when it is put back'],
  [7973, 'Words that came into a line which somebody moves just before closing the tab are put back'],
  [7094, 'Who brings a line twice in one update is not taken for its author'],
  [1005055, 'What an undo brings back names the neighbours that it stands between, and is taken'],
  [3032455, 'What only an undo in a closed tab had brought back is lost with that tab, and called so'],
  [3063998, 'Whoever clears a pad as the first thing clears it for everybody'],
  [3066384, 'Words of a line with two texts are there once where two make lines elsewhere at once'],
  [3077471, 'Who moves words that another forged may be taken for their author'],
  [302361, 'A stock client under whose id others’ words are stored is told so'],
  [
    303139,
    'Who moves a line and cuts a word out of it, while another cuts off its beginning, is not taken for its author',
  ],
]
