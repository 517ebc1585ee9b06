/** The text of this pad as the server renders it now; null when it cannot be had. */
export async function serverText(address: string): Promise<DocumentFragment | null> {
  try {
    const answer = await fetch(address, { headers: { accept: 'text/html' } })
    if (!answer.ok) return null
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const text = page.querySelector('.pad-text')
    if (text === null) return null
    const fragment = document.createDocumentFragment()
    fragment.append(...text.childNodes)
    return fragment
  } catch {
    return null
  }
}
