export type { Agenda, AgendaFormat, AgendaSession } from './agenda.ts'
export type { AgendaChanges, KnownSession, SessionChange } from './compare-agendas.ts'
export { compareAgendas } from './compare-agendas.ts'
export { parseAgenda } from './parse-agenda.ts'
