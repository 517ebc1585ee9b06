import { Plugin, TextSelection } from '@tiptap/pm/state'

/** A click on the caret of another puts one's own beside it. The browser leaves the cursor where it was: a caret is no text. */
export function caretClicks(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        mousedown(view, event) {
          const caret = event.target instanceof Element ? event.target.closest('.caret') : null
          if (caret === null || event.button !== 0 || event.shiftKey) return false
          event.preventDefault()
          const place = view.state.doc.resolve(view.posAtDOM(caret, 0))
          view.dispatch(view.state.tr.setSelection(TextSelection.near(place)).setMeta('addToHistory', false))
          view.focus()
          return true
        },
      },
    },
  })
}
