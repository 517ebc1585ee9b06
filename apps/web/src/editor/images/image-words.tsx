import { wordsForAlt } from '@forumpad/pad-schema'
import type { Editor } from '@tiptap/core'
import { useWords } from '../../languages/use-words.tsx'
import { useFloating } from '../menus/use-floating.ts'
import styles from './image-words.module.css'
import { ALT_FIELD } from './selected-image.ts'

type Selected = { editor: Editor; pos: number; src: string; alt: string }

/** Puts the selected image in words, for those who do not see it. Enter goes there from the image, and back. */
export function ImageWords({ editor, pos, src, alt }: Selected) {
  const { say } = useWords()
  const box = useFloating('below', () => {
    const element = editor.view.nodeDOM(pos)
    return element instanceof HTMLElement ? element.getBoundingClientRect() : null
  })
  const write = (words: string) => {
    const node = editor.state.doc.nodeAt(pos)
    const told = wordsForAlt(words)
    if (node?.type.name !== 'image' || node.attrs.alt === told) return
    editor.view.dispatch(editor.state.tr.setNodeAttribute(pos, 'alt', told))
  }
  return (
    <div ref={box} className={styles.box}>
      <label htmlFor={ALT_FIELD}>{say('What the image shows')}</label>
      <input
        // Another image, or other words from somebody else: the field begins anew.
        key={`${src} ${alt}`}
        id={ALT_FIELD}
        type="text"
        autoComplete="off"
        defaultValue={alt}
        maxLength={500}
        onBlur={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          event.preventDefault()
          if (event.key === 'Escape') event.currentTarget.value = alt
          editor.view.focus()
        }}
      />
    </div>
  )
}
