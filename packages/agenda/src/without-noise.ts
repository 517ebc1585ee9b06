/** A feed without its byte order mark and without NULs, which mean nothing. Places in a feed are counted in this text. */
export function withoutNoise(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\0', '')
}
