import { type Static, Type } from 'typebox'

/** What somebody may do in a pad, from most to least. */
export const Role = Type.Union([
  Type.Literal('organiser'),
  Type.Literal('moderator'),
  Type.Literal('editor'),
  Type.Literal('reader'),
])
export type Role = Static<typeof Role>

/** Whether somebody keeps order in a pad: calls speakers, takes messages away. */
export const keepsOrder = (role: Role): boolean => role === 'organiser' || role === 'moderator'
