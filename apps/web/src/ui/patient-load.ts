/** Pauses between the tries, in milliseconds: a bad line for some minutes is waited out. */
const PAUSES = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000]

/** Loads a part of the page, and tries again when the line breaks meanwhile. Fails when it does not come for two minutes. */
export async function loadPatiently<Part>(load: () => Promise<Part>): Promise<Part> {
  for (const pause of PAUSES) {
    try {
      return await load()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  return load()
}
