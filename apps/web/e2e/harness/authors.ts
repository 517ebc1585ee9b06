import { CreditMap, MESSAGE, readAuthorship } from '@forumpad/api'
import * as Y from 'yjs'
import { joinPadAsPage } from './page-client.ts'

/** Who wrote what in a pad, as the server tells every page: `AUTHOR: words` for each run, the authors by their ids. */
export async function authorsOf(url: string, pad: string): Promise<string[]> {
  const guest = await joinPadAsPage(url, pad)
  const credits = new CreditMap()
  const told = new Promise<void>((resolve) => {
    guest.provider.messageHandlers[MESSAGE.authorship] = (_encoder, decoder) => {
      for (const [client, ranges] of readAuthorship(decoder).ranges)
        for (const range of ranges) credits.set(client, range)
      resolve()
    }
  })
  try {
    await guest.synced()
    await told
    return runsOf(guest.doc.getXmlFragment('default'), credits)
  } finally {
    guest.leaves()
  }
}

function runsOf(node: Y.XmlFragment, credits: CreditMap): string[] {
  const runs: { by: string; words: string }[] = []
  for (const text of textsIn(node)) {
    for (let item = text._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      for (let i = 0; i < item.length; i++) {
        const by = credits.at(item.id.client, item.id.clock + i)?.author ?? 'nobody'
        const last = runs.at(-1)
        if (last?.by === by) last.words += item.content.str[i]
        else runs.push({ by, words: item.content.str[i] ?? '' })
      }
    }
  }
  return runs.map(({ by, words }) => `${by}: ${words}`)
}

function textsIn(node: Y.XmlFragment): Y.XmlText[] {
  return node.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? textsIn(child) : []
  })
}
