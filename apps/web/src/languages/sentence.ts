/**
 * Marks a sentence that is said elsewhere: in tables of words, and where no page is near. Whoever shows it says it:
 * `say(action.name)`. The test of the catalogues reads these marks.
 */
export const sentence = (english: string): string => english
