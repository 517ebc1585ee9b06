import { BubbleMenu } from './bubble-menu.tsx'
import { SlashList } from './slash-menu.tsx'

/** What the menus look like, as one script that loads when the first of them is opened. */
export const menuParts = { BubbleMenu, SlashList }
