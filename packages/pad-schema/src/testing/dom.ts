import { Window } from 'happy-dom'

const GLOBALS = [
  'document',
  'Node',
  'HTMLElement',
  'Element',
  'DocumentFragment',
  'MutationObserver',
  'Range',
  'DOMParser',
  'Text',
  'Event',
  'CustomEvent',
  'KeyboardEvent',
  'InputEvent',
  'ShadowRoot',
  'CSSStyleSheet',
  'HTMLStyleElement',
  'Selection',
  'DataTransfer',
  'innerHeight',
  'innerWidth',
] as const
const METHODS = ['getSelection', 'getComputedStyle', 'requestAnimationFrame', 'cancelAnimationFrame'] as const

/** Gives the test a document to put editors on, without a browser. */
export function useDom(): void {
  const window = new Window({ url: 'http://localhost/' })
  const from = window as unknown as Record<string, unknown>
  const put = (name: string, value: unknown) =>
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  put('window', window)
  put('navigator', window.navigator)
  for (const name of GLOBALS) put(name, from[name])
  for (const name of METHODS) put(name, (from[name] as (...given: unknown[]) => unknown).bind(window))
  // happy-dom draws nothing, so there is nothing at any point.
  Object.assign(window.document, { elementFromPoint: () => null })
}
