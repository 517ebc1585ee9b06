/** What the sixteen hues of people are called, in their order; see ui/people.css. */
export const HUE_NAMES = [
  'Rose',
  'Red',
  'Orange',
  'Amber',
  'Gold',
  'Olive',
  'Leaf',
  'Green',
  'Teal',
  'Turquoise',
  'Sky',
  'Azure',
  'Blue',
  'Violet',
  'Purple',
  'Pink',
] as const
