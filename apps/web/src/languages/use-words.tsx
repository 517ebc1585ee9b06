import { createContext, use } from 'react'
import { ENGLISH, type Words } from './words.ts'

const Spoken = createContext(ENGLISH)

/** Around a page: what it speaks. Nothing around it is English. */
export const Speaking = Spoken.Provider

/** The words of this page: `const { say } = useWords()`, and then `say('Type here')`. */
export function useWords(): Words {
  return use(Spoken)
}
