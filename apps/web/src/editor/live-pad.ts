import { CLOSE, isAtLeast, type PadData, type Person } from '@forumpad/api'
import type { Editor } from '@tiptap/core'
import type { Words } from '../languages/words.ts'
import { padShowsAuthors } from './authorship/authors-shown.ts'
import type { Early } from './early-typing.ts'
import { followHeldLinks } from './held-links/follow-held-links.ts'
import { openLocalCopy } from './local-copy.ts'
import { padOffers } from './mentions/pad-offers.ts'
import { connectPad, type PadConnection } from './pad-connection.ts'
import { createPadEditor } from './pad-editor.ts'
import { serverText } from './server-text.ts'
import { takeOver } from './take-over.ts'
import { openUnsentNote } from './unsent/unsent-note.ts'

/** Where the text stands on the page: the server's HTML, and the place for the editor beside it. */
export type Stage = {
  text: HTMLElement
  holder: HTMLElement
  finishEarly: () => Early
  isForReading: boolean
  words: Words
}

/** A pad that this page is connected to, with its editor as soon as there is one. */
export interface LivePad {
  readonly connection: PadConnection
  editor(): Editor | null
  subscribe(listener: () => void): () => void
  close(): void
}

/** Connects a page to its pad. The page must speak the server's schema: that is for the caller to see to. */
export function openLivePad(data: Omit<PadData, 'page'> & { me: Person }, stage: Stage): LivePad {
  padShowsAuthors(data.authorsShown)
  const connection = connectPad({
    pad: data.pad.name,
    title: data.facts?.session.title ?? data.pad.title,
    epoch: data.epoch,
    me: data.me,
    frozenSince: data.pad.frozenAt === null ? null : Date.parse(data.pad.frozenAt),
    mayWrite: isAtLeast(data.role, 'editor'),
    server: location.origin.replace(/^http/, 'ws'),
    openCopy: openLocalCopy,
    openNote: openUnsentNote,
  })
  const listeners = new Set<() => void>()
  let editor: Editor | null = null
  let stopHolding = () => {}

  const look = () => {
    const { ready, refused, writable } = connection.state()
    if (refused !== null) letGo()
    else if (ready && editor === null) {
      editor = createPadEditor(connection, stage.holder, {
        pad: data.pad.name,
        timeZone: zoneOf(data),
        say: stage.words.say,
        offers: padOffers(data, connection.awareness, stage.words),
      })
      takeOver(stage, editor, stage.finishEarly)
      stopHolding = followHeldLinks(connection.asides, editor, data.me)
    }
    // Telling it draws the whole text anew: not with every letter that is saved.
    const isEditable = writable && !stage.isForReading
    if (editor !== null && editor.isEditable !== isEditable) editor.setEditable(isEditable, false)
    for (const listener of listeners) listener()
  }
  const stopLooking = connection.subscribe(look)

  /**
   * Nothing of the document can be changed any more. The server's own text takes its place when it comes; until then the words stay where
   * they were, unless they are somebody else's.
   */
  function letGo() {
    if (editor === null) return
    const { refused } = connection.state()
    const left = document.createElement('div')
    left.className = 'pad-text'
    if (refused?.code !== CLOSE.notSignedIn) left.append(...editor.view.dom.cloneNode(true).childNodes)
    for (const caret of left.querySelectorAll('.caret')) caret.remove()
    for (const box of left.querySelectorAll('input')) box.disabled = true
    stopHolding()
    editor.destroy()
    editor = null
    stage.holder.replaceChildren(left)
    void serverText(location.pathname).then((text) => {
      if (text !== null) left.replaceChildren(text)
    })
  }

  const warn = (event: BeforeUnloadEvent) => {
    if (connection.state().isUnsent) event.preventDefault()
  }
  addEventListener('beforeunload', warn)
  look()

  return {
    connection,
    editor: () => editor,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      stopLooking()
      removeEventListener('beforeunload', warn)
      stopHolding()
      editor?.destroy()
      connection.close()
    },
  }
}

/** The clock on the wall of the event; the writer's own for a pad without one. */
function zoneOf({ facts }: Pick<PadData, 'facts'>): string {
  return facts?.event.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
}
