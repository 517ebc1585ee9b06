import { useWords } from '../languages/use-words.tsx'

/** The text of minutes: `html` was made safe by the server. */
export function MinutesText({ html }: { html: string }) {
  const { say } = useWords()
  return (
    <section aria-labelledby="text">
      <h2 id="text">{say('The notes')}</h2>
      {html === '' ? (
        <p className="minutes-soft">{say('Nobody has written anything.')}</p>
      ) : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made safe by the server, see ReviewData
        <div className="minutes-text" dangerouslySetInnerHTML={{ __html: html }} />
      )}
    </section>
  )
}
