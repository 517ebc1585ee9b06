const ON_APPLE = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')

const NAMES: Record<string, string> = {
  Mod: ON_APPLE ? '⌘' : 'Ctrl',
  Alt: ON_APPLE ? '⌥' : 'Alt',
  Shift: ON_APPLE ? '⇧' : 'Shift',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: ON_APPLE ? '⏎' : 'Enter',
}

/** A chord like `Mod-Shift-k` as its keys are called on this keyboard: `Ctrl`, `Shift`, `K`. */
export function keyNames(chord: string): string[] {
  return chord.split('-').map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key))
}

/** The same in one word: `Ctrl+Shift+K`, `⌘⇧K`. */
export function chordName(chord: string): string {
  return keyNames(chord).join(ON_APPLE ? '' : '+')
}

/** What a tool is called: its name and its first key. */
export function nameWithKey({ name, keys }: { name: string; keys?: readonly string[] }): string {
  const chord = keys?.[0]
  return chord === undefined ? name : `${name} (${chordName(chord)})`
}
