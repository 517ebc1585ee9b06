import type { Language } from '@forumpad/api'
import type { Catalogue } from './words.ts'

const files = import.meta.glob<Catalogue>('./*.json', { import: 'default' })

/** The sentences of a language, as a file of their own. English has none: its sentences stand where they are said. */
export async function catalogueOf(language: Language): Promise<Catalogue> {
  return (await files[fileOf(language)]?.()) ?? {}
}

const fileOf = (language: Language) => `./${language}.json`
