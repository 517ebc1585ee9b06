import { type Static, Type } from 'typebox'

/** How many hues people can have; `hue` counts from 0 and the tokens file gives each its colours. */
export const HUES = 16

/** Whoever holds an identity cookie or signed in. `id` is public and says nothing about the cookie. */
export const Person = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 64 }),
    name: Type.String({ minLength: 1, maxLength: 60 }),
    hue: Type.Integer({ minimum: 0, maximum: HUES - 1 }),
  },
  { $id: 'Person' },
)
export type Person = Static<typeof Person>

/** Who the log says it was when the server wrote: the template, and what it mended. Nobody's own words. */
export const SERVER_PERSON = 'forumpad'

/** What a person may change of themself, in place. */
export const PersonChange = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    hue: Type.Optional(Type.Integer({ minimum: 0, maximum: HUES - 1 })),
  },
  { $id: 'PersonChange', additionalProperties: false },
)
export type PersonChange = Static<typeof PersonChange>

/** A link that makes another device the same person, once. */
export const DevicePass = Type.Object(
  { url: Type.String(), expiresAt: Type.String({ format: 'date-time' }) },
  { $id: 'DevicePass' },
)
export type DevicePass = Static<typeof DevicePass>

/** What each hue is in sRGB, for carets of clients that know no hues: `oklch(55% .15 H)`, evenly spaced. */
export const HUE_COLOURS: readonly string[] = [
  '#b4446e',
  '#b94547',
  '#b64e10',
  '#a95b00',
  '#936b00',
  '#747900',
  '#478416',
  '#008a4d',
  '#008c75',
  '#008997',
  '#0081b2',
  '#0075c3',
  '#5069c8',
  '#765dc0',
  '#9252ad',
  '#a64990',
]
