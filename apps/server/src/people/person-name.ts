const LONGEST = 60

/** Control characters, and those that turn the direction of what is shown after them. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu

/** A name as it may stand beside other people's text, or undefined if nothing readable is left. */
export function readPersonName(text: string): string | undefined {
  const name = text.normalize('NFC').replace(/\s+/gu, ' ').replace(UNSEEN, '').replace(/ +/g, ' ').trim()
  const visible = name.replace(/[\p{Cf}\p{M}\p{Z}]/gu, '')
  return visible === '' || name.length > LONGEST ? undefined : name
}
