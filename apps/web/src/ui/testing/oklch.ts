/** A colour as the tokens write it. `l` from 0 to 1, `h` in degrees. */
export type Oklch = { l: number; c: number; h: number }

/** Reads `oklch(52% 0.12 195)`. */
export function parseOklch(text: string): Oklch {
  const [, l, c, h] = text.match(/^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)$/) ?? []
  if (l === undefined) throw new Error(`Not a colour of the tokens: ${JSON.stringify(text)}`)
  return { l: Number(l) / 100, c: Number(c), h: Number(h) }
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
export function contrast(a: Oklch, b: Oklch): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

/** Relative luminance. OKLab to linear sRGB by the matrices of CSS Color 4; what sRGB cannot show is clipped, as screens do. */
function luminance({ l, c, h }: Oklch): number {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)]
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (x: number) => Math.min(1, Math.max(0, x))
  const red = clip(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short)
  const green = clip(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short)
  const blue = clip(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
