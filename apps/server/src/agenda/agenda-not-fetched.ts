/** Why an agenda could not be had, in one sentence for whoever gave the address or file. */
export class AgendaNotFetched extends Error {
  override name = 'AgendaNotFetched'
}
