import { sentence } from '../../languages/sentence.ts'
import type { Say } from '../../languages/words.ts'

const ON_APPLE = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')

const NAMES: Record<string, string> = {
  Mod: ON_APPLE ? '⌘' : sentence('Ctrl'),
  Alt: ON_APPLE ? '⌥' : sentence('Alt'),
  Shift: ON_APPLE ? '⇧' : sentence('Shift'),
  Tab: sentence('Tab'),
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: ON_APPLE ? '⏎' : sentence('Enter'),
}

/** A chord like `Mod-Shift-k` as its keys are called on this keyboard: `Ctrl`, `Shift`, `K`. */
export function keyNames(chord: string, say: Say): string[] {
  return chord.split('-').map((key) => {
    const name = NAMES[key]
    return name !== undefined ? say(name) : key.length === 1 ? key.toUpperCase() : key
  })
}

/** The same in one word: `Ctrl+Shift+K`, `⌘⇧K`. */
export function chordName(chord: string, say: Say): string {
  return keyNames(chord, say).join(ON_APPLE ? '' : '+')
}

/** What a tool is called: its name and its first key. */
export function nameWithKey({ name, keys }: { name: string; keys?: readonly string[] }, say: Say): string {
  const chord = keys?.[0]
  return chord === undefined ? say(name) : `${say(name)} (${chordName(chord, say)})`
}
