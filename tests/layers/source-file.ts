import { parseSync } from 'vite'
import { isNode, type Node, walk } from './syntax.ts'

/** What the layer rules want to know of one source file. */
export type SourceFile = {
  /** From the repository's root, with forward slashes. */
  path: string
  lines: number
  imports: Import[]
  /** The file does nothing but hand on what other files export. */
  onlyReexports: boolean
  /** Lines on which `any` is written as a type. */
  anys: number[]
  /** Lines that read `process.env`. */
  environment: number[]
  /** Lines that call `Date.now()`, `new Date()` or `fetch()`. */
  worldly: { line: number; what: string }[]
}

export type Import = { from: string; line: number }

/** Reads a TypeScript or JavaScript file. Throws when it cannot be parsed. */
export function readSourceFile(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text, {})
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const file: SourceFile = {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: [],
    onlyReexports: program.body.length > 0 && program.body.every(isReexport),
    anys: [],
    environment: [],
    worldly: [],
  }
  walk(program, (node) => {
    const line = () => lineAt(node.start)
    const source = importedBy(node)
    if (source !== undefined) file.imports.push({ from: source, line: line() })
    if (node.type === 'TSAnyKeyword') file.anys.push(line())
    if (isMember(node, 'process', 'env')) file.environment.push(line())
    const what = worldlyThing(node)
    if (what) file.worldly.push({ line: line(), what })
  })
  return file
}

function isReexport(statement: { type: string }): boolean {
  if (statement.type === 'ExportAllDeclaration') return true
  return statement.type === 'ExportNamedDeclaration' && 'source' in statement && statement.source !== null
}

/** `import`, `export from`, `import()`, `import type`, `import('x').Type`. */
function importedBy(node: Node): string | undefined {
  const named = [
    'ImportDeclaration',
    'ExportAllDeclaration',
    'ExportNamedDeclaration',
    'ImportExpression',
    'TSImportType',
  ]
  if (!named.includes(node.type)) return undefined
  const source = node.source ?? node.argument
  if (!isNode(source)) return undefined
  const literal = isNode(source.literal) ? source.literal : source
  return typeof literal.value === 'string' ? literal.value : undefined
}

function isMember(node: unknown, object: string, property: string): boolean {
  return (
    isNode(node) && node.type === 'MemberExpression' && isName(node.object, object) && isName(node.property, property)
  )
}

function isName(node: unknown, name: string): boolean {
  return isNode(node) && node.type === 'Identifier' && node.name === name
}

function worldlyThing(node: Node): string | undefined {
  if (node.type === 'CallExpression' && isMember(node.callee, 'Date', 'now')) return 'Date.now()'
  if (node.type === 'CallExpression' && isName(node.callee, 'fetch')) return 'fetch()'
  const isBareDate = node.type === 'NewExpression' && isName(node.callee, 'Date')
  return isBareDate && Array.isArray(node.arguments) && node.arguments.length === 0 ? 'new Date()' : undefined
}
