import { type parse, TYPE } from '@formatjs/icu-messageformat-parser'

type Message = ReturnType<typeof parse>

/** What stands for something else in a message: `{name}` and `<b>`. */
export function namesIn(message: Message): string[] {
  const names = message.flatMap((part): string[] => {
    switch (part.type) {
      case TYPE.literal:
      case TYPE.pound:
        return []
      case TYPE.plural:
      case TYPE.select:
        return [part.value, ...Object.values(part.options).flatMap(({ value }) => namesIn(value))]
      case TYPE.tag:
        return [`<${part.value}>`, ...namesIn(part.children)]
      default:
        return [part.value]
    }
  })
  return [...new Set(names)].sort()
}

/** The forms of each plural in a message. */
export function pluralsIn(message: Message): string[][] {
  return message.flatMap((part) => (part.type === TYPE.plural ? [Object.keys(part.options)] : []))
}
