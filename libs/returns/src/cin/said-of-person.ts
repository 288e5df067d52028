import { type ChildEvent, type EventType, type FreshEvent, asRecorded } from '@front-door/case-flow'
import { type Book, type Statement, fieldOf } from './book.js'

/** What a return says of the person that rules and figures need. Names and numbers are words, and sealed. */
export const details = ['birthDate', 'expectedBirthDate', 'sex', 'ethnicity', 'disabilities', 'upnUnknown'] as const
export type Detail = (typeof details)[number]

/** All that was said of a detail, oldest first; `came` is what the import itself has just said. */
export function saidOf(book: Book, detail: Detail, came: readonly FreshEvent[]): readonly Statement[] {
  return [...ownEvents(book), ...came.map(asRecorded)].flatMap((event): readonly Statement[] => {
    const of = event.type === 'DecisionCorrected' ? book.recorded(event.data.event) : event
    if (!of || !isOfPerson(of)) return []
    if (event.type !== 'DecisionCorrected')
      return says(event, detail) ? [{ value: valueOf(event, detail), by: event }] : []
    if (event.data.withdrawn) return says(of, detail) ? [{ value: undefined, by: event }] : []
    return detail in (event.data.changed ?? {}) ? [{ value: event.data.changed?.[detail] ?? undefined, by: event }] : []
  })
}

/** An unborn child is registered with sex unknown; a birth ends what was said of the day it was expected. */
const implied: Readonly<Record<string, Readonly<Partial<Record<Detail, unknown>>>>> = {
  UnbornRegistered: { sex: 'U' },
  BirthRecorded: { expectedBirthDate: undefined },
}

function says(event: ChildEvent, detail: Detail): boolean {
  return detail in event.data || detail in (implied[event.type] ?? {})
}

function valueOf(event: ChildEvent, detail: Detail): unknown {
  return fieldOf(event, detail) ?? implied[event.type]?.[detail]
}

const ofPerson: readonly EventType[] = [
  'PersonRegistered',
  'UnbornRegistered',
  'BirthRecorded',
  'PersonDetailsCorrected',
]
const isOfPerson = ({ type }: ChildEvent) => ofPerson.includes(type)
const ownEvents = ({ events, history }: Book) => events.filter(({ child }) => child === history.child)

/** That a number was said, and by which events, oldest first. The words themselves are sealed: no value is known. */
export function saidOfNumber(book: Book, number: string, came: readonly FreshEvent[]): readonly Statement[] {
  const said = (event: ChildEvent) => event.said.some((word) => word === number)
  return [...ownEvents(book), ...came.map(asRecorded)].flatMap((event): readonly Statement[] => {
    if (event.type !== 'DecisionCorrected')
      return isOfPerson(event) && said(event) ? [{ value: undefined, by: event }] : []
    const of = book.recorded(event.data.event)
    const { withdrawn, changed = {} } = event.data
    const restated = withdrawn ? of !== undefined && said(of) : event.said.includes('instead') || number in changed
    return of && isOfPerson(of) && restated ? [{ value: undefined, by: event }] : []
  })
}
