import styles from './early-typing.module.css'
import { TEXT_NAME } from './text-name.ts'
import { placeInHtml, type TextPlace } from './text-place.ts'

/** What a person did with the text before the editor was there. */
export type Early = {
  place: TextPlace | null
  /** Where a selection began that ends at `place`; null when it is a mere cursor. */
  anchor: TextPlace | null
  words: string
  focused: boolean
}

/** Listens to the server's text until the editor takes over. */
export interface EarlyTyping {
  /** Tells what happened so far and stops listening. Call it in the frame in which the editor takes the text's place. */
  finish(): Early
  stop(): void
}

/**
 * Lets people write before the editor is there: a click into the server's text puts a bare field at that place, which takes
 * the keys (with a phone's keyboard and every input method) until the editor takes them over.
 */
export function listenEarly(text: HTMLElement, sheet: HTMLElement, mayWrite: boolean): EarlyTyping {
  const field = document.createElement('textarea')
  field.className = styles.field ?? ''
  field.setAttribute('aria-labelledby', TEXT_NAME)
  field.rows = 1
  field.placeholder = ' '
  let place: TextPlace | null = null
  // Pressed and not let go yet: should the editor come in between, there will be no click.
  let pressed = false
  if (mayWrite) sheet.append(field)

  const onPress = (event: MouseEvent) => {
    pressed = event.button === 0 && (event.target as Element).closest('a, input') === null
  }

  const onClick = (event: MouseEvent) => {
    pressed = false
    if (!mayWrite) return
    const clicked = event.target as Element
    const selection = getSelection()
    if (clicked.closest('a, input') || selection === null || !selection.isCollapsed || selection.focusNode === null)
      return
    place = placeInHtml(text, selection.focusNode, selection.focusOffset) ?? place
    const [from, at] = [sheet.getBoundingClientRect(), selection.getRangeAt(0).getBoundingClientRect()]
    const isKnown = at.height > 0
    field.style.left = `${(isKnown ? at.left : event.clientX) - from.left}px`
    field.style.top = `${(isKnown ? at.top + at.height / 2 : event.clientY) - from.top}px`
    field.focus({ preventScroll: true })
  }
  // The other keys that move need the editor. These two are pressed by habit before the first word.
  const onKey = (event: KeyboardEvent) => {
    if (place === null || field.value !== '' || (event.key !== 'End' && event.key !== 'Home')) return
    place = { ...place, offset: event.key === 'Home' ? 0 : place.words.length }
    event.preventDefault()
  }
  field.addEventListener('keydown', onKey)
  text.addEventListener('mousedown', onPress)
  text.addEventListener('click', onClick)

  const stop = () => {
    text.removeEventListener('mousedown', onPress)
    text.removeEventListener('click', onClick)
    field.remove()
  }
  return {
    stop,
    finish() {
      const early = whatHappened()
      stop()
      return early
    },
  }

  function whatHappened(): Early {
    const focused = pressed || document.activeElement === field
    if (!pressed && (focused || place !== null)) return { place, anchor: null, words: field.value, focused }
    const selection = getSelection()
    if (selection?.anchorNode == null || selection.focusNode === null || (selection.isCollapsed && !pressed)) {
      return { place: null, anchor: null, words: field.value, focused }
    }
    return {
      place: placeInHtml(text, selection.focusNode, selection.focusOffset),
      anchor: placeInHtml(text, selection.anchorNode, selection.anchorOffset),
      words: field.value,
      focused,
    }
  }
}
