/** What the bundler says about a module. */
type Modules = { getModuleInfo(id: string): { readonly importers: readonly string[] } | null }

const FIRST = '/src/main.tsx'
/** The parsers that only pasting needs. What this file exports comes with it, though the package's index exports it as well. */
const READERS = '/pad-schema/src/readers.ts'
/** The styles of pages that no script takes over: they are linked by themselves. */
const PRINTED = /\/src\/printed\.css/
const EDITOR = '/src/editor/live-parts.ts'
/** What popovers, dialogs and menus are made of: all that is not needed at once is in one file, not in one for each pair of users. */
const FLOATING = /\/node_modules\/(@base-ui|@floating-ui)\//

/**
 * Two scripts and no more until somebody asks for more: what the first page needs, and what comes with the editor. Left alone,
 * the bundler would cut the editor's script into as many as there are parts that load later and share something with it.
 * What floats over the page is a third, which comes right after the editor.
 */
export const twoScripts = {
  groups: [
    {
      name: (id: string) => (PRINTED.test(id) ? null : 'main'),
      debugName: 'main',
      tags: ['$initial' as const],
      priority: 2,
    },
    {
      name: (id: string, modules: Modules) => (isNeededBy(EDITOR, id, modules) ? 'live-parts' : null),
      debugName: 'live-parts',
      priority: 1,
      // The package's index names the readers too, which nobody takes from there.
      includeDependenciesRecursively: false,
    },
    {
      name: (id: string) => (FLOATING.test(id) ? 'floating' : null),
      debugName: 'floating',
      priority: 0,
      includeDependenciesRecursively: false,
    },
  ],
}

/** Whether a module belongs to what this one imports at once, not only when asked. */
function isNeededBy(root: string, id: string, modules: Modules): boolean {
  const seen = new Set<string>()
  const waiting = [id]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at.endsWith(root)) return true
    if (seen.has(at) || at.endsWith(FIRST)) continue
    seen.add(at)
    const importers = modules.getModuleInfo(at)?.importers ?? []
    if (!importers.some((importer) => importer.endsWith(READERS))) waiting.push(...importers)
  }
  return false
}
