import type { Editor } from '@tiptap/core'

declare module '@tiptap/core' {
  interface Storage {
    /** The zone in which clocks are written into the pad: that of its event, or the writer's own. */
    padZone: { timeZone: string }
  }
}

/** The zone of the clock at the pad's session; of the writer's own where the pad belongs to none. */
export const padZone = (editor: Editor): string => editor.storage.padZone.timeZone
