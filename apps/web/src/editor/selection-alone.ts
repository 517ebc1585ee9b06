/**
 * Keeps React from measuring the selection in an editor of its own. Before each commit React walks through all text of a focused element
 * that says it is editable, to put the selection back afterwards: in a pad of 5,000 lines that took longer than anything else after a
 * letter. The selection in there is ProseMirror's. Browsers and assistive technology go by the attribute, which stays.
 */
export function leaveSelectionAlone(element: HTMLElement): void {
  Object.defineProperty(element, 'contentEditable', {
    configurable: true,
    get: () => (element.getAttribute('contenteditable') === 'false' ? 'false' : 'inherit'),
    set: (value: string) => element.setAttribute('contenteditable', value),
  })
}
