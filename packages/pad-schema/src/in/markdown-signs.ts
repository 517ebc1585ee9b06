/** What stands in Markdown for an empty line that keeps two lists apart. */
export const LIST_DIVIDER = '<!-- -->'

/** What one level of a text line's indent is in Markdown. */
export const EM_SPACE = '\u2003'
