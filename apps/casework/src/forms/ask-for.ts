import { flow, subjectField } from '@front-door/case-flow'
import type { Entries } from '@front-door/pages'
import type { Asked } from '../acts/act-body.js'
import type { ActForm } from './act-form.js'
import type { Together } from './siblings.js'

/**
 * The same for each child, each with the corresponding thing of its own. The record must stand as it was seen, unless
 * whoever asks sees nothing of it.
 */
export function askFor(
  { act, known, fixed, apart }: ActForm,
  values: Entries,
  also: readonly Together[],
  seen: number,
): Asked {
  const { occurredAt, ...input } = values
  const own = known.history.child
  const subject = subjectField(flow[act]) ?? 'about'
  const others = also.map(({ child, item }) => ({ child, input: { ...input, [subject]: item } }))
  return {
    occurredAt: occurredAt as string | undefined,
    children: [{ child: own, input: { ...input, ...fixed } }, ...others],
    expected: new Map(apart ? [] : [[own, seen]]),
  }
}
