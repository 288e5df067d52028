import type { Day } from '@front-door/calendar'
import { type Child, type FreshEvent, asRecorded, definitions, happened, remember } from '@front-door/case-flow'
import type { CinChild, CinPerson } from './child.js'
import { type Import, fresh, saysSo } from './context.js'
import { fact } from './fact.js'
import { idOf } from './ids.js'
import { newNumbers } from './pupil-numbers.js'
import { type Detail, details, saidOf } from './said-of-person.js'
import { same, standing, whose } from './standing.js'
import { type Weighed, nothing, weighAll } from './weigh.js'

const labels: Readonly<Record<Detail, string>> = {
  birthDate: 'Date of birth',
  expectedBirthDate: 'Expected date of birth',
  sex: 'Sex',
  ethnicity: 'Ethnicity',
  disabilities: 'Disabilities',
  upnUnknown: 'Reason there is no UPN',
}

/** What is new about the person: how the child came to be known or was born, then all else. */
export interface PersonNews {
  readonly came: Weighed
  readonly then: readonly Weighed[]
}

/** `since` is the first day on which the return speaks of the child. */
export function personNews(into: Import, { person }: CinChild, since: Day): PersonNews {
  const came = arrival(into, person, since)
  const now = came.events.reduce((history, event) => remember(history, asRecorded(event)), into.book.history).state
  if (now.person.stage === 'unregistered') return { came, then: [] }
  const { deathDate } = person
  const died = deathDate === undefined ? [] : [fact(happened(definitions.DeathRecorded, { deathDate }), deathDate)]
  return { came, then: [changes(into, person, now, came.events), ...died.map((each) => weighAll(into, [each]))] }
}

/** The registration of a child who is new here, or the birth of one who was expected. */
function arrival(into: Import, person: CinPerson, since: Day): Weighed {
  const { birthDate, expectedBirthDate, sex, ethnicity, disabilities, upnUnknown, upn, formerUpn } = person
  const { stage, sex: knownSex } = into.book.history.state.person
  if (stage === 'unborn' && birthDate !== undefined) {
    const born = happened(definitions.BirthRecorded, {
      birthDate,
      sex: sex ?? (knownSex === 'M' || knownSex === 'F' ? knownSex : 'U'),
    })
    return weighAll(into, [fact(born, birthDate)])
  }
  if (stage !== 'unregistered') return nothing
  const registered =
    expectedBirthDate !== undefined && birthDate === undefined
      ? happened(definitions.UnbornRegistered, { expectedBirthDate, ethnicity })
      : happened(definitions.PersonRegistered, { birthDate, sex, ethnicity, disabilities, upnUnknown, upn, formerUpn })
  return weighAll(into, [fact(registered, since)])
}

/** What the file says of the person otherwise than the record, or that the record does not have yet. */
function changes(into: Import, person: CinPerson, now: Child, came: readonly FreshEvent[]): Weighed {
  const { person: known } = now
  const may = new Set<Detail>()
  const differs: string[] = []
  for (const detail of details) {
    const wanted = person[detail]
    // A birth that was taken back here is not brought in by another way.
    if (wanted === undefined || same(known[detail], wanted) || (detail === 'birthDate' && known.stage === 'unborn'))
      continue
    const standsAs = standing(into.book, saidOf(into.book, detail, came), wanted, into.asOf)
    if (standsAs === 'may') may.add(detail)
    else differs.push(`${labels[detail]}: the file differs from what is here, ${whose[standsAs]}.`)
  }
  const numbers = newNumbers(into, person, came)
  differs.push(...numbers.differs)
  if (may.size === 0 && Object.keys(numbers.given).length === 0) return { ...nothing, differs }
  const only = <D extends Detail>(detail: D): CinPerson[D] => (may.has(detail) ? person[detail] : undefined)
  const corrected = happened(definitions.PersonDetailsCorrected, {
    birthDate: only('birthDate'),
    expectedBirthDate: only('expectedBirthDate'),
    sex: only('sex'),
    ethnicity: only('ethnicity'),
    disabilities: only('disabilities'),
    upnUnknown: only('upnUnknown'),
    ...numbers.given,
    reason: came.length > 0 ? undefined : saysSo(into),
  })
  const before = into.book.events.filter(({ type }) => type === corrected.type).length
  const said = Object.keys(corrected.words).join()
  const id = idOf('details', now.id, before, JSON.stringify(corrected.data), said)
  return { events: [fresh(into, id, into.correctedOn, corrected)], corrected: [], differs }
}
