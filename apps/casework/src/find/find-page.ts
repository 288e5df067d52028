import { type Day, dayOf, momentOf } from '@front-door/calendar'
import type { SignedIn } from '@front-door/identity'
import { type Entries, errorSummary, questionsFor } from '@front-door/pages'
import { type Policy, mayDo, policyOn } from '@front-door/policy'
import { type ChildTable, findChildren } from '@front-door/read-models'
import type { Parts } from '../parts.js'
import { type SearchAsked, searchFields, searchIn } from './asked.js'
import { type Finding, childFound, findingFor, seenBy } from './child-in-words.js'
import { duplicatesOf } from './matches.js'

const title = 'Find a child'
/** More than these are not read through: what narrows them is asked for instead. */
const AT_MOST = 50
/** Possible duplicates are looked for beside each child of a short list only. */
const FEW = 10

export function findForm(on: Day) {
  return { title, wide: true, asked: questionsFor(searchFields, { on, asFilter: true }) }
}

/** The search with what it found, for one reader. */
export async function findPage(parts: Parts, reader: SignedIn, body: Entries) {
  const on = dayOf(momentOf(parts.clock()))
  const search = searchIn(body)
  const { searched, problems } = search
  const asked = questionsFor(searchFields, { on, asFilter: true, typed: body, problems })
  if (problems.length > 0) return { title, wide: true, asked, errors: errorSummary(problems, asked) }
  const policy = policyOn(parts.agreed.policies, on)
  const finding = findingFor(reader, parts)
  const found = await foundBy(parts, search, finding, policy)
  return { title, wide: true, asked, found, results: found.children.length, searched }
}

async function foundBy(parts: Parts, { wanted }: SearchAsked, finding: Finding, policy: Policy) {
  const rows = await findChildren(parts.rows, wanted, AT_MOST + 1)
  const more = rows.length > AT_MOST
  const listed = rows.slice(0, AT_MOST)
  const looksForDuplicates = listed.length <= FEW && mayDo(policy, finding.reader.role, 'merge-person')
  const withDuplicates = async (row: ChildTable) => ({
    ...childFound(row, finding),
    duplicates: looksForDuplicates ? await duplicatesOf(parts.rows, row, finding) : [],
  })
  const children = seenBy(finding, listed, (row) => row).map((row) => ('restricted' in row ? row : withDuplicates(row)))
  return {
    children: await Promise.all(children),
    caption: more ? `The first ${AT_MOST} children` : howMany(listed.length),
    more,
    mayRecord: mayDo(policy, finding.reader.role, 'receive-contact'),
  }
}

function howMany(children: number): string {
  return children === 1 ? '1 child' : `${children} children`
}
