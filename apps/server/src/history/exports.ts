import type { Person } from '@forumpad/api'
import { documentToHtml, documentToMarkdown, documentToText } from '@forumpad/pad-schema'
import type { Revision } from './revision.ts'

/** A revision of a pad, ready to leave. */
export type Exported = { pad: { name: string; title: string }; revision: Revision; people: readonly Person[] }

/** A format: what it is called in the address, how a file of it ends, and what is in it. */
export type ExportFormat = { ending: string; type: string; write(exported: Exported): string }

/** By their names in addresses. A new one is one line. */
export const EXPORT_FORMATS: Readonly<Record<string, ExportFormat>> = {
  txt: {
    ending: 'txt',
    type: 'text/plain; charset=utf-8',
    write: ({ revision }) => documentToText(revision.document),
  },
  md: {
    ending: 'md',
    type: 'text/markdown; charset=utf-8',
    write: ({ revision }) => documentToMarkdown(revision.document),
  },
  html: { ending: 'html', type: 'text/html; charset=utf-8', write: htmlFile },
  json: { ending: 'json', type: 'application/json; charset=utf-8', write: jsonFile },
}

function htmlFile({ pad, revision }: Exported): string {
  const title = escaped(pad.title)
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
</head>
<body>
<h1>${title}</h1>
${documentToHtml(revision.document)}</body>
</html>
`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character)

/** Everything that is known of the revision: the document as data, and for each of its lines who wrote which words. */
function jsonFile({ pad, revision, people }: Exported): string {
  const { number, at, person, document, blockIds, credits } = revision
  const file = {
    pad,
    revision: { number, at: new Date(at).toISOString(), person },
    people,
    document,
    blockIds: blockIds.map(({ client, clock }) => `${client}-${clock}`),
    credits: credits.map((line) =>
      line.map(({ at: written, ...words }) => ({ ...words, at: new Date(written).toISOString() })),
    ),
  }
  return `${JSON.stringify(file, null, 1)}\n`
}
