import { type Static, Type } from 'typebox'

/**
 * A pad's name is the last part of its address: letters, digits and . _ ~ - of any script, 1 to 100 characters, beginning
 * with a letter or digit.
 */
export const PAD_NAME = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._~-]{0,99}$/u

export const Pad = Type.Object(
  {
    name: Type.String(),
    title: Type.String(),
    url: Type.String({ description: 'Its permanent address' }),
    revision: Type.Integer({ description: 'The newest; 0 while nobody has opened it' }),
    words: Type.Integer(),
    createdAt: Type.String({ format: 'date-time' }),
    changedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
    frozenAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
      description: 'Since when it takes no text; null if it does',
    }),
  },
  { $id: 'Pad' },
)
export type Pad = Static<typeof Pad>

export const AUTHORS_SHOWN = ['off', 'margin', 'text'] as const

/** How a page shows who wrote what: not at all, by a rule in the margin, or by colours behind the text as well. */
export type AuthorsShown = (typeof AUTHORS_SHOWN)[number]

export const AuthorsShownState = Type.Object(
  {
    authorsShown: Type.Enum(AUTHORS_SHOWN, {
      description: 'How the pad shows who wrote what to whoever has not chosen for their own device',
    }),
  },
  { $id: 'AuthorsShownState', additionalProperties: false },
)
export type AuthorsShownState = Static<typeof AuthorsShownState>

/** Which pad an address of the API is about. */
export const PadParams = Type.Object({ pad: Type.String({ description: 'The name of the pad, exactly' }) })

export const NewPad = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    title: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    text: Type.Optional(Type.String({ maxLength: 1_000_000 })),
    markdown: Type.Optional(Type.String({ maxLength: 1_000_000 })),
    html: Type.Optional(Type.String({ maxLength: 1_000_000 })),
  },
  { $id: 'NewPad', additionalProperties: false },
)
export type NewPad = Static<typeof NewPad>

/** An image that a pad keeps, as its text refers to it. */
export const PadImage = Type.Object(
  {
    src: Type.String({ description: 'Its address on this server' }),
    width: Type.Integer({ description: 'In pixels' }),
    height: Type.Integer(),
  },
  { $id: 'PadImage' },
)
export type PadImage = Static<typeof PadImage>
