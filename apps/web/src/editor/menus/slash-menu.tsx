import type { Editor } from '@tiptap/core'
import { useEffect, useRef } from 'react'
import { useWords } from '../../languages/use-words.tsx'
import { chordName } from '../editing/key-names.ts'
import styles from './slash-menu.module.css'
import { optionId, pick, SLASH_LIST, slashOf } from './slash-plugin.ts'
import { useFloating } from './use-floating.ts'

/** The list under the slash. Keys and focus stay with the text; the list shows what they choose. */
export function SlashList({ editor, typed, chosen }: { editor: Editor; typed: string; chosen: number }) {
  const { say } = useWords()
  const items = slashOf(editor.state)?.items ?? []
  const box = useFloating('below', () => placeOfSlash(editor))
  const option = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item is chosen, so another element is to be seen
  useEffect(() => void option.current?.scrollIntoView({ block: 'nearest' }), [chosen, typed])
  return (
    <div ref={box} className={styles.menu}>
      <div id={SLASH_LIST} role="listbox" aria-label={say('Make or insert')}>
        {items.map((item, index) => {
          const Icon = item.icon
          const chord = item.keys?.[0]
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the editor's, which keeps the focus
            // biome-ignore lint/a11y/useFocusableInteractive: as above, by aria-activedescendant
            <div
              key={item.id}
              id={optionId(item.id)}
              ref={index === chosen ? option : undefined}
              role="option"
              aria-selected={index === chosen}
              className={styles.item}
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(editor, item)}
            >
              {Icon !== undefined && <Icon size={16} strokeWidth={1.75} aria-hidden="true" />}
              <span className={styles.name}>{say(item.name)}</span>
              {chord !== undefined && <kbd className={styles.keys}>{chordName(chord, say)}</kbd>}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function placeOfSlash({ state, view }: Editor) {
  const slash = slashOf(state)
  return slash === null ? null : view.coordsAtPos(Math.max(0, state.selection.head - slash.length))
}
