import type { QueryBus } from '@nestjs/cqrs'
import { type ChildNamed, childName } from '@front-door/pages'
import { ReadChild } from './read-child.js'

/** What other children are called beside the child a page is about, and where they are: never one whose record is restricted. */
export function childNames<T extends { readonly child: string }>(
  queries: QueryBus,
  children: readonly T[],
): Promise<readonly (T & ChildNamed)[]> {
  return Promise.all(
    children.map(async (one) => {
      const { history, identity } = await queries.execute(new ReadChild(one.child, undefined, 0))
      const { stage, restrictedTo } = history.state.person
      if (restrictedTo) return { ...one, name: 'Restricted record' }
      return { ...one, name: childName(identity, stage), href: `/children/${one.child}` }
    }),
  )
}

/** The same, to look up by id. */
export async function childrenNamed(queries: QueryBus, ids: Iterable<string>) {
  const named = await childNames(
    queries,
    [...new Set(ids)].map((child) => ({ child })),
  )
  const byId = new Map(named.map((one) => [one.child, one]))
  return (id: string): ChildNamed | undefined => byId.get(id)
}
