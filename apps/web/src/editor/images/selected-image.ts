import { imageOf } from '@forumpad/pad-schema'
import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'

/** The field in which the selected image is put in words. */
export const ALT_FIELD = 'image-words'

/** The image that is selected, where it can be put in words. */
export function selectedImage({ state: { selection }, isEditable }: Pick<Editor, 'state' | 'isEditable'>) {
  const image = isEditable && selection instanceof NodeSelection ? imageOf(selection.node.attrs) : undefined
  return image === undefined ? null : { pos: selection.from, src: image.src, alt: image.alt }
}
