import type { QueryBus } from '@nestjs/cqrs'
import { childName } from '@front-door/pages'
import { ReadChild } from './read-child.js'

/** What other children are called beside the child a page is about: never one whose record is restricted. */
export function childNames<T extends { readonly child: string }>(queries: QueryBus, children: readonly T[]) {
  return Promise.all(
    children.map(async (one) => {
      const { history, identity } = await queries.execute(new ReadChild(one.child, undefined, 0))
      const { stage, restrictedTo } = history.state.person
      return { ...one, name: restrictedTo ? 'Restricted record' : childName(identity, stage) }
    }),
  )
}
