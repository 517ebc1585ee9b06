import type { EditorState, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { AuthorDrawing } from './author-drawing.ts'
import { authorsShown, onAuthorsShown } from './authors-shown.ts'
import type { AuthorsState, Redraw } from './authors-state.ts'
import type { KnownAuthors } from './known-authors.ts'
import type { LineReader } from './line-reader.ts'
import { sameAuthors } from './passages.ts'
import { sameEnds } from './same-ends.ts'

type Parts = {
  view: EditorView
  key: PluginKey<AuthorsState>
  reader: LineReader
  known: KnownAuthors
  drawing: AuthorDrawing
}

/** Keeps what is drawn true to what is known: at most once a frame, and never while a word is being composed. */
export function followAuthors({ view, key, reader, known, drawing }: Parts) {
  let frame = 0
  /** Whether more than the authors of lines has changed. */
  let isAllOld = false

  const look = () => {
    frame = 0
    if (view.composing) return soon()
    const state = key.getState(view.state)
    if (!isAllOld && state && !state.areColoursOld && isAsRead(state)) return
    isAllOld = false
    const redraw: Redraw = { shown: authorsShown() }
    view.dispatch(view.state.tr.setMeta(key, redraw).setMeta('addToHistory', false))
  }
  const soon = () => {
    if (frame === 0) frame = requestAnimationFrame(look)
  }
  /** The server mostly says what was guessed. */
  const isAsRead = ({ lines }: AuthorsState): boolean => {
    const read = reader.lines(view.state.doc)
    return read?.every((line, place) => sameAuthors(line, lines[place] ?? [])) ?? true
  }
  const drawAll = () => {
    isAllOld = true
    soon()
  }

  const stopHearing = known.subscribe(({ ranges, people }) => {
    if (people) {
      drawing.forget()
      drawAll()
    }
    if (reader.forget(ranges)) soon()
  })
  const stopWatching = onAuthorsShown(drawAll)
  return {
    update: (_view: EditorView, before: EditorState) => {
      const [was, is] = [key.getState(before), key.getState(view.state)]
      if (!is || is === was) return
      if (is.areColoursOld) soon()
      if (is.are === 'read') return
      const same = sameEnds(was?.lines ?? [], is.lines)
      reader.keepGuesses(view.state.doc, is.lines, same.first, is.lines.length - same.last)
    },
    destroy: () => {
      cancelAnimationFrame(frame)
      stopHearing()
      stopWatching()
      drawing.stop()
    },
  }
}
