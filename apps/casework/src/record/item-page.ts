import {
  type ActName,
  type Child,
  clocksOf,
  type findItem,
  kindNames,
  missingFrom,
  nextFor,
  stageNames,
  trailOf,
} from '@front-door/case-flow'
import { today } from '@front-door/door'
import { clocksShown, itemInWords, missingShown } from '@front-door/pages'
import { policyOn } from '@front-door/policy'
import { type KnownChild } from '../children/read-child.js'
import type { Parts } from '../parts.js'
import { type Reading, actAddress, correctableBy, entriesOf, shellOf, upperFirst } from './record-page.js'
import { isAbout, tasksOf } from './tasks.js'

/** One thing under way: a screening, an assessment, a step-down. What is done, what remains, by when, and its part of the trail. */
export function itemPage(
  known: KnownChild,
  { kind, item }: NonNullable<ReturnType<typeof findItem>>,
  { reader, childNamed }: Pick<Reading, 'reader' | 'childNamed'>,
  parts: Parts,
) {
  const { history, open } = known
  const { state } = history
  const { role } = reader
  const { agreed, clock } = parts
  const policy = policyOn(agreed.policies, today(parts))
  const lines = trailOf(history, open, agreed)
  const next = nextFor(state, clock(), agreed)
  const address = (one: { act: ActName; about?: string }) => actAddress(state, one)
  const within = new Set([item.id, ...requestsOf(state, item.id).map(({ id }) => id)])
  return {
    ...shellOf(known, childNamed, parts),
    title: upperFirst(itemInWords(state, item.id) ?? kindNames[kind]),
    stage: upperFirst(stageNames[item.stage] ?? item.stage),
    backLink: { href: `/children/${state.id}`, text: 'Back to the record' },
    tasks: tasksOf(kind, item, lines, next, role, (act) => policy.may[act] ?? [], address),
    missing: missingShown(missingFrom(state).filter(({ about }) => about === item.id)),
    clocks: clocksShown(
      clocksOf(state, clock(), agreed).filter(({ about }) => about === item.id),
      clock(),
      agreed,
    ),
    requests: requestsOf(state, item.id).map((request) => ({
      ...{
        agency: request.agency,
        askedAt: request.openedAt,
        stage: upperFirst(stageNames[request.stage] ?? request.stage),
      },
      acts: next
        .filter(({ about, roles }) => about === request.id && (roles as readonly string[]).includes(role))
        .map(({ act, label }) => ({ text: label, href: address({ act, about: request.id }) })),
    })),
    entries: entriesOf(
      lines.filter((line) => [...within].some((id) => isAbout(line, id))),
      state.id,
      { correctable: correctableBy(reader, history, parts), childNamed },
      parts,
    ),
  }
}

function requestsOf(child: Child, about: string) {
  return child.requests.filter((request) => request.about === about)
}
