import { readFile, stat } from 'node:fs/promises'
import { MAX_AGENDA_BYTES, tooLarge } from '@forumpad/agenda'
import { AgendaNotFetched } from './agenda-not-fetched.ts'
import { decodeAgenda, type FetchedAgenda } from './fetched-agenda.ts'

/** Reads an agenda from a file. Throws an AgendaNotFetched with a sentence for people. */
export async function readAgendaFile(path: string): Promise<FetchedAgenda> {
  try {
    const { size } = await stat(path)
    if (size > MAX_AGENDA_BYTES) throw new AgendaNotFetched(tooLarge(size))
    return decodeAgenda(await readFile(path), undefined)
  } catch (error) {
    if (error instanceof AgendaNotFetched) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const why =
      { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'it may not be read' }[code] ?? code
    throw new AgendaNotFetched(`The agenda ${path} cannot be read: ${why}.`)
  }
}
