import { isBefore, momentOf } from '@front-door/calendar'
import type { InputOfAct } from '@front-door/case-flow'
import { screening } from '../calibration.js'
import { does, on } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import type { Member } from '../family/member.js'
import { HOUR } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import type { About, Matter } from './matter.js'
import { businessSupport, partner, screener } from './people.js'

type Agency = InputOfAct<'request-information'>['agency']

/** What a partner was asked about some children. */
type Question = About

/** Partners are asked for information. Most answer: soon, or after it is decided. */
export function* questions(family: Family, { members, idOf }: Matter, at: number): Life<readonly Question[]> {
  const asked: Question[] = []
  for (const agency of agenciesFor(family)) {
    const words = writing(family)
    const by = family.chance.is(0.6) ? businessSupport(family, at) : screener(family, at)
    const about = yield* does(family, {
      act: 'request-information',
      by: family.hours.isOpen(at) ? by : screener(family, at),
      at,
      about: members,
      input: on(idOf, (matter, member) => ({ about: matter, agency, asked: words('asked', member) })),
    })
    const question = questionOf(about)
    asked.push(question)
    if (!family.chance.is(screening.unanswered)) family.also(reply(family, question, agency, at))
  }
  return asked
}

/** What is not answered by the decision is sometimes said not to be waited for, and sometimes nothing is said of it. */
export function* unanswered(family: Family, asked: readonly Question[], at: number): Life {
  for (const { members, idOf } of asked) {
    if (!family.chance.is(screening.givenUp)) continue
    const words = writing(family)
    yield* does(family, {
      act: 'information-not-received',
      by: screener(family, at),
      at,
      about: members,
      input: on(idOf, (request, member) =>
        stageOf(member, request) === 'asked' ? { request, reason: words('not-waited-for', member) } : undefined,
      ),
    })
  }
}

function* reply(family: Family, { members, idOf }: Question, agency: Agency, asked: number): Life {
  const { chance, hours } = family
  const at = hours.later(asked + chance.between([0.4, 2]) * HOUR, chance.whole(chance.among(screening.replies)), chance)
  const words = writing(family)
  const inMash = agency === 'POLICE' || agency === 'HEALTH' || agency === 'EDUCATION'
  yield* does(family, {
    act: 'receive-information',
    by: inMash && chance.is(0.5) ? partner(family, agency, at) : businessSupport(family, at),
    at,
    about: members,
    input: on(idOf, (request, member) =>
      isOpenFor(member, request, at) ? { request, reply: words('reply', member) } : undefined,
    ),
  })
}

function agenciesFor({ chance }: Family): ReadonlySet<Agency> {
  const count = chance.whole(chance.among(screening.requests))
  return new Set(Array.from({ length: count }, () => chance.among(screening.agencies)))
}

/** Each child's own, as it has just been recorded. */
function questionOf(members: readonly Member[]): Question {
  const ids = new Map(members.map((member) => [member, member.history.state.requests.at(-1)?.id]))
  return { members, idOf: (member) => ids.get(member) }
}

/** Whether an answer of that time can still be written down: none has been, and nobody has given it up since. */
function isOpenFor({ history }: Member, id: string, at: number): boolean {
  const request = history.state.requests.find((each) => each.id === id)
  return request !== undefined && request.stage !== 'received' && !isBefore(momentOf(at), request.since)
}

const stageOf = ({ history }: Member, id: string) => history.state.requests.find((each) => each.id === id)?.stage
