import { screening } from '../calibration.js'
import { does, on } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { MINUTE } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import type { Matter } from './matter.js'
import { businessSupport, screener } from './people.js'
import { questions, unanswered } from './questions.js'
import { heard } from './voice.js'

/** What is found out and written down before a decision, between the time it came in and the time it is decided. */
export function* screen(family: Family, matter: Matter, decided: number): Life {
  const { chance } = family
  const times = timesUntil(family, matter, decided)
  const started = chance.is(screening.started)
  if (started) yield* starts(family, matter, times.start)
  if (chance.is(screening.rated)) yield* rates(family, matter, times.rate)
  const asked = started ? yield* questions(family, matter, times.ask) : []
  if (chance.is(screening.consent)) yield* consents(family, matter, times.consent)
  if (chance.is(screening.voice)) yield* heard(family, matter, times.hear, screener(family, times.hear))
  yield* unanswered(family, asked, times.conclude)
  if (started && chance.is(screening.concluded)) yield* concludes(family, matter, times.conclude)
}

/** Times between, one after the other, in office hours as far as there are any. */
function timesUntil({ chance, hours }: Family, { at, priority }: Matter, decided: number) {
  const from = Math.min(hours.isOpen(at) || priority === 'RED' ? at + 2 * MINUTE : hours.whenOpen(at, chance), decided)
  const some = Array.from({ length: 6 }, () => {
    const time = chance.between([from, decided])
    return Math.min(hours.isOpen(from) ? hours.whenOpen(time, chance) : time, decided)
  })
  const [start = from, rate = from, ask = from, consent = from, hear = from, conclude = from] = some.sort(
    (a, b) => a - b,
  )
  return { start, rate, ask, consent, hear, conclude }
}

function* starts(family: Family, { members, idOf }: Matter, at: number): Life {
  const by = screener(family, at)
  yield* does(family, { act: 'start-screening', by, at, about: members, input: on(idOf, (about) => ({ about })) })
}

function* rates(family: Family, { members, idOf, priority }: Matter, at: number): Life {
  const words = writing(family)
  yield* does(family, {
    act: 'rate-priority',
    by: screener(family, at),
    at,
    about: members,
    input: on(idOf, (about, member) => ({ about, priority, reason: words(`priority-${priority}`, member) })),
  })
}

function* consents(family: Family, { members, idOf, priority }: Matter, at: number): Life {
  const { chance } = family
  const consent = priority === 'RED' && chance.is(0.4) ? 'NOT_NEEDED' : chance.among(screening.position)
  const why = consent === 'REFUSED' ? 'consent-refused' : consent === 'NOT_NEEDED' ? 'consent-not-needed' : undefined
  const words = writing(family)
  yield* does(family, {
    act: 'record-consent',
    by: chance.is(0.2) ? businessSupport(family, at) : screener(family, at),
    at,
    about: members,
    input: on(idOf, (about, member) => ({ about, consent, ...(why ? { reason: words(why, member) } : {}) })),
  })
}

function* concludes(family: Family, { members, idOf }: Matter, at: number): Life {
  const words = writing(family)
  const historyConsidered = family.chance.is(screening.history)
  yield* does(family, {
    act: 'conclude-screening',
    by: screener(family, at),
    at,
    about: members,
    input: on(idOf, (about, member) => {
      const known = member.history.state.contacts.length > 1 ? 'again' : 'first'
      return { about, historyConsidered, analysis: words(`screening-${known}`, member) }
    }),
  })
}
