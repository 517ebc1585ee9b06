/** What turns pasted text into lines. It brings a Markdown and an HTML parser along, so a page loads it after its first paint. */
export { htmlToDocument } from './in/html.ts'
export { markdownToDocument } from './in/markdown.ts'
