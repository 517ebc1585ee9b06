import bash from 'highlight.js/lib/languages/bash'
import css from 'highlight.js/lib/languages/css'
import diff from 'highlight.js/lib/languages/diff'
import ini from 'highlight.js/lib/languages/ini'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import python from 'highlight.js/lib/languages/python'
import sql from 'highlight.js/lib/languages/sql'
import xml from 'highlight.js/lib/languages/xml'
import yaml from 'highlight.js/lib/languages/yaml'
import { createLowlight } from 'lowlight'
import type { CodeColour, ColouredRange } from './coloured-code.ts'

const lowlight = createLowlight({ bash, css, diff, ini, javascript, json, python, sql, xml, yaml })

/** Below this the guess is as likely wrong as right. */
const SURE = 5
/** What a language is guessed from. */
const GUESSED_FROM = 2_000

const COLOURS: Record<string, CodeColour> = {
  'hljs-keyword': 'word',
  'hljs-built_in': 'word',
  'hljs-literal': 'word',
  'hljs-selector-tag': 'word',
  'hljs-name': 'word',
  'hljs-section': 'word',
  'hljs-deletion': 'gone',
  'hljs-string': 'string',
  'hljs-regexp': 'string',
  'hljs-addition': 'string',
  'hljs-number': 'number',
  'hljs-attr': 'number',
  'hljs-attribute': 'number',
  'hljs-title': 'number',
  'hljs-comment': 'comment',
  'hljs-meta': 'comment',
}

/** The coloured ranges of some code, in order, in a language guessed from its beginning; none where the guess is poor. */
export function colourCode(code: string): ColouredRange[] {
  const guess = lowlight.highlightAuto(code.slice(0, GUESSED_FROM)).data
  if (guess?.language === undefined || (guess.relevance ?? 0) < SURE) return []
  const ranges: ColouredRange[] = []
  let at = 0
  const visit = (nodes: ReturnType<typeof lowlight.highlight>['children'], colour: CodeColour | undefined) => {
    for (const node of nodes) {
      if (node.type === 'text') {
        if (colour !== undefined) ranges.push({ from: at, to: at + node.value.length, colour })
        at += node.value.length
      } else if (node.type === 'element') {
        const names = node.properties.className
        visit(node.children as typeof nodes, COLOURS[String(Array.isArray(names) ? names[0] : '')] ?? colour)
      }
    }
  }
  visit(lowlight.highlight(guess.language, code).children, undefined)
  return ranges
}
