import { type Fields, definitionOf } from '@front-door/case-flow'
import type { Entries } from '../form/asking.js'
import type { ChildNamed, Fact } from './facts.js'

/** What the people and children are called whom an entry names by their ids. */
export interface Naming {
  readonly workerName?: (id: string) => string
  readonly childNamed?: (id: string) => ChildNamed | undefined
}

type Said = { readonly type: string; readonly data: Entries }

/** The ids of the other children whom entries name, each once. */
export function childrenIn(said: readonly Said[]): readonly string[] {
  return [...new Set(said.flatMap((one) => idsOf('child', one).flatMap(([, ids]) => ids)))]
}

/** An entry's data, with the people and children whom it names by what they are called. */
export function inNames({ type, data }: Said, { workerName, childNamed }: Naming): Entries {
  const workers = idsOf('worker', { type, data }).map(([name, ids]) => [name, ids.map((id) => workerName?.(id) ?? id)])
  const children = idsOf('child', { type, data }).map(([name, ids]) => [
    name,
    ids.map((id) => childNamed?.(id)?.name ?? id),
  ])
  return { ...data, ...Object.fromEntries([...workers, ...children]) }
}

/** The facts of an entry, those that name children with a link to each. */
export function linked(facts: readonly Fact[], said: Said, { childNamed }: Naming): readonly Fact[] {
  const fields = fieldsOf(said.type)
  const links = new Map(
    idsOf('child', said).map(([name, ids]) => [
      fields[name]?.label,
      ids.map((id): ChildNamed => childNamed?.(id) ?? { name: id }),
    ]),
  )
  return facts.map((fact) => {
    const children = fact.sealed ? undefined : links.get(fact.label)
    return children ? { ...fact, children } : fact
  })
}

function idsOf(kind: 'worker' | 'child', { type, data }: Said): readonly (readonly [string, readonly string[]])[] {
  const fields = fieldsOf(type)
  return Object.entries(data).flatMap(([name, value]) =>
    fields[name]?.kind === kind ? [[name, [value].flat().map(String)] as const] : [],
  )
}

const fieldsOf = (type: string): Fields => ({ ...definitionOf(type)?.fields })
