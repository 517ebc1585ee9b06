/** The heading that names the text: the server's, the field for what is typed early, and the editor, which have no words of their own. */
export const TEXT_NAME = 'text-of-the-pad'
