/** The fields of a JSON object from outside: whatever may be in them. */
export type Fields = Readonly<Record<string, unknown>>

/** A JSON object's fields; undefined for anything else, lists included. */
export function fieldsOf(value: unknown): Fields | undefined {
  return isObject(value) ? value : undefined
}

/** The entries of a JSON list; none for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  const list: unknown[] = Array.isArray(value) ? value : []
  return list
}

/** The objects of a JSON list. */
export function objectsOf(value: unknown): Fields[] {
  return listOf(value)
    .map(fieldsOf)
    .filter((entry) => entry !== undefined)
}

/** Text or a number as text, trimmed; of a text in several languages (`{"en": …, "de": …}`) the English or the first. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  const languages = fieldsOf(value)
  if (languages === undefined) return ''
  const [first] = [languages.en, ...Object.values(languages)].filter((text) => typeof text === 'string' && text !== '')
  return typeof first === 'string' ? first.trim() : ''
}

/** What something is called: its `name`, or the text itself. */
export function nameOf(value: unknown): string {
  const fields = fieldsOf(value)
  return fields !== undefined && 'name' in fields ? textOf(fields.name) : textOf(value)
}

/** Things of a list by their id, for entries that name them by it. */
export function byId(list: unknown, id = 'id'): ReadonlyMap<string, Fields> {
  return new Map(objectsOf(list).map((fields) => [textOf(fields[id]), fields]))
}

/** The names of people: the first of `fields` that each of them has. */
export function namesOf(people: unknown, ...fields: readonly string[]): string[] {
  return listOf(people).flatMap((person) => {
    if (typeof person === 'string') return [person]
    const of = fieldsOf(person)
    const name = of && fields.map((field) => textOf(of[field])).find((text) => text !== '')
    return name === undefined ? [] : [name]
  })
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
