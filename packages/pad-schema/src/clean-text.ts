// biome-ignore lint/suspicious/noControlCharactersInRegex: these have no place in a text
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]|\p{Surrogate}/gu

/**
 * Text from outside as a pad may hold it: line ends become `\n`; control characters, byte order marks and
 * halves of surrogate pairs are taken out (Yjs would turn the halves into U+FFFD, on one side only).
 */
export function cleanText(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(UNFIT, '')
}
