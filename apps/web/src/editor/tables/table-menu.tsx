import { Menu } from '@base-ui/react/menu'
import { tablePlace } from '@forumpad/pad-schema'
import type { Editor } from '@tiptap/core'
import { Grid2x2Plus } from 'lucide-react'
import { useWords } from '../../languages/use-words.tsx'
import { useFloating } from '../menus/use-floating.ts'
import floating from '../popover.module.css'
import { TABLE_ACTIONS } from './table-actions.ts'
import styles from './table-menu.module.css'

/** Stands at the end of the table that one writes in, for fingers and pointers. Keys have the slash menu for all of this. */
export function TableMenu({ editor }: { editor: Editor }) {
  const { say } = useWords()
  const box = useFloating('above', () => cornerOf(editor))
  return (
    <div ref={box} className={styles.place}>
      <Menu.Root modal={false}>
        <Menu.Trigger
          className={styles.trigger}
          aria-label={say('Rows and columns')}
          title={say('Rows and columns')}
          // Whoever has keys has the slash menu; the caret stays in its cell.
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
        >
          <Grid2x2Plus size={17} strokeWidth={1.75} aria-hidden="true" />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner side="bottom" align="end" sideOffset={4} className={floating.positioner}>
            <Menu.Popup className={styles.popup} finalFocus={() => editor.view.dom}>
              {TABLE_ACTIONS.map((action) => (
                <Menu.Item key={action.id} className={styles.item} onClick={() => action.run(editor)}>
                  {say(action.name)}
                </Menu.Item>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  )
}

/** The upper corner of the table at the end of its lines, as far as it is in the window. */
function cornerOf({ state, view }: Editor) {
  const place = tablePlace(state)
  const element = place && view.nodeDOM(place.pos)
  if (!(element instanceof HTMLElement)) return null
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const isRtl = getComputedStyle(element).direction === 'rtl'
  const corner = isRtl ? { left, right: left + SIZE } : { left: right - SIZE, right }
  return { ...corner, top: Math.max(top, BELOW_BAR), bottom }
}

/** How wide the button is, and where the bar of the page ends with room for it. */
const SIZE = 36
const BELOW_BAR = 110
