import { type Inline, LINE_KINDS, type Line, type LineKind, MAX_INDENT } from './document.ts'

/** The attributes of a line as they stand in Yjs and in the editor: of unknown origin, all of them optional. */
export type LineAttributes = { readonly [name: string]: unknown }

/** What a line is, apart from its words. */
export type LineShape = Omit<Line, 'type' | 'content'>

export const MAX_HEADING = 3
export const MAX_START = 999_999_999

export const isLineKind = (kind: unknown): kind is LineKind => (LINE_KINDS as readonly unknown[]).includes(kind)

/**
 * What a line is, read from attributes that may be missing, absurd, or left over from another kind: two people who change
 * a line at the same moment can leave a heading of level 0 that is also checked. Everybody reads it the same way, here.
 */
export function shapeOf(attributes: LineAttributes): LineShape {
  const kind = isLineKind(attributes.kind) ? attributes.kind : 'text'
  const level = isLevel(attributes.level) ? attributes.level : 0
  return {
    kind,
    level: kind === 'heading' ? clamp(level, 1, MAX_HEADING) : kind === 'code' ? 0 : level,
    checked: kind === 'task' ? attributes.checked === true : null,
    start: kind === 'number' && isStart(attributes.start) && attributes.start !== 1 ? attributes.start : null,
  }
}

/** A line of the kind, at the level and with the words given; the rest as for a new line. */
export function line(kind: LineKind, content: string | Inline[] = [], attributes: LineAttributes = {}): Line {
  const words: Inline[] =
    typeof content !== 'string' ? content : content === '' ? [] : [{ type: 'text', text: content, marks: {} }]
  return { type: 'paragraph', ...shapeOf({ ...attributes, kind }), content: words }
}

export const isLevel = (level: unknown): level is number =>
  typeof level === 'number' && Number.isInteger(level) && level >= 0 && level <= MAX_INDENT

export const isStart = (start: unknown): start is number =>
  typeof start === 'number' && Number.isInteger(start) && start >= 0 && start <= MAX_START

export const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

export const isListKind = (kind: LineKind): boolean => kind === 'bullet' || kind === 'number' || kind === 'task'

/** Kinds whose runs are one box on the screen: code, quotations, callouts. */
export const isBoxKind = (kind: LineKind): boolean => kind === 'code' || kind === 'quote' || kind === 'callout'
