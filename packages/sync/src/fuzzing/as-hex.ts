/** Frames as a corpus file writes them. */
export const asHex = (frames: readonly Uint8Array[]): string =>
  JSON.stringify(frames.map((bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')))
