/** Raised whenever a page of the version before would delete or break what this one writes. */
export const SCHEMA_VERSION = 2

/** The name of the document's one root, a `Y.XmlFragment`. */
export const ROOT = 'default'
