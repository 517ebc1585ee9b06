/** What an image may come as. AVIF is kept as WebP. */
export type ImageKind = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif'

/** What a file is by its first bytes, whatever its name says; undefined if it is none of the images that are taken. */
export function imageKind(bytes: Buffer): ImageKind | undefined {
  const text = bytes.toString('latin1', 0, 32)
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (/^GIF8[79]a/.test(text)) return 'gif'
  if (/^RIFF....WEBP/s.test(text)) return 'webp'
  return /^....ftyp(?:avif|avis)/s.test(text) ? 'avif' : undefined
}

/** Whether a file is a drawing in SVG, which may hold scripts. */
export function isSvg(bytes: Buffer): boolean {
  return /<svg[\s>]/i.test(bytes.toString('utf8', 0, 4_096))
}
