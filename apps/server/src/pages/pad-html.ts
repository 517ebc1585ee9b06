import { documentToEditorHtml } from '@forumpad/pad-schema'
import type { LivePads } from '@forumpad/sync'
import type { HeldLinks } from '../links/held-links.ts'
import type { PadDirectory, PadRecord } from '../pads/pad-directory.ts'
import { readPadText } from '../pads/pad-texts.ts'

const KEPT = 200

export type PadHtmlParts = {
  livePads: LivePads
  pads: PadDirectory
  heldLinks: Pick<HeldLinks, 'shown' | 'stamp'>
}

/** Gives the committed text of pads as HTML. A thousand readers of one revision cost one rendering. */
export function createPadHtml(parts: PadHtmlParts): (pad: PadRecord) => Promise<string> {
  // In the order of their last use. Promises, so that those who ask together share one rendering.
  const kept = new Map<string, Promise<string>>()

  async function render(name: string): Promise<string> {
    const text = await readPadText(parts, name)
    if (!text) return ''
    return documentToEditorHtml(await parts.heldLinks.shown(name, text.document), { conventions: true })
  }

  return async (pad) => {
    // The row's revision is raised in the transaction that adds the text, so an equal one means equal text.
    const key = `${pad.name} ${pad.epoch} ${pad.revision} ${pad.revision === 0 ? pad.template : ''} ${await parts.heldLinks.stamp(pad.name)}`
    const html = kept.get(key) ?? render(pad.name)
    kept.delete(key)
    kept.set(key, html)
    html.catch(() => kept.delete(key))
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break
      kept.delete(oldest)
    }
    return html
  }
}
