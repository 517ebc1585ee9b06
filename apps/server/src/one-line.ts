/** Control characters, and those that turn the direction of what is shown after them. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu

/** Words as they may stand in a line beside other people's; empty if nothing readable is left. */
export function oneLine(text: string): string {
  const line = text.normalize('NFC').replace(/\s+/gu, ' ').replace(UNSEEN, '').replace(/ +/g, ' ').trim()
  return line.replace(/[\p{Cf}\p{M}\p{Z}]/gu, '') === '' ? '' : line
}
