import type { Language } from '@forumpad/api'
import type { Catalogue } from './catalogue.ts'

const files = import.meta.glob<Catalogue>('./*.json', { import: 'default' })
const heard = import.meta.glob<Catalogue>('./heard/*.json', { import: 'default' })

/** The sentences of a language, as a file of their own. English has none: its sentences stand where they are said. */
export async function catalogueOf(language: Language): Promise<Catalogue> {
  return (await files[`./${language}.json`]?.()) ?? {}
}

/** What the server says, in a language: a second file, because who opens a pad to write need not wait for it. */
export async function heardOf(language: Language): Promise<Catalogue> {
  return (await heard[`./heard/${language}.json`]?.()) ?? {}
}
