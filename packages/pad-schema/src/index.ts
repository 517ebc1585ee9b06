export * from './document.ts'
export * from './schema-version.ts'
