/** The end of an event's address that its title proposes: `OpenInfra Summit Berlin 2022` gives `openinfra-summit-berlin-2022`. */
export function slugFor(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
}
