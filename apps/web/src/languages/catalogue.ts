/** English sentence -> the same in another language, as the files beside this one hold it. */
export type Catalogue = Readonly<Record<string, string>>

/** What stands for `{name}` in a sentence. A number that a plural hangs on is a number. */
export type Values = Readonly<Record<string, string | number>>
