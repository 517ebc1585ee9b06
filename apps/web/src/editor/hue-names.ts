import { sentence } from '../languages/sentence.ts'

/** What the sixteen hues of people are called, in their order; see ui/people.css. */
export const HUE_NAMES = [
  sentence('Rose'),
  sentence('Red'),
  sentence('Orange'),
  sentence('Amber'),
  sentence('Gold'),
  sentence('Olive'),
  sentence('Leaf'),
  sentence('Green'),
  sentence('Teal'),
  sentence('Turquoise'),
  sentence('Sky'),
  sentence('Azure'),
  sentence('Blue'),
  sentence('Violet'),
  sentence('Purple'),
  sentence('Pink'),
]
