import { type ActName, type Decided, type History, decide } from '@front-door/case-flow'
import { childrenNamed } from '@front-door/event-log'
import type { SignedIn } from '@front-door/identity'
import type { Parts } from '../parts.js'
import type { Asked } from './act-body.js'
import { inBothRecords } from './both-records.js'
import { commandOf } from './perform.js'

/** What would come of an act, without recording anything: decided on the histories as the log holds them now. */
export async function tryOut(
  id: string,
  act: ActName,
  asked: Asked,
  worker: SignedIn,
  { histories, agreed, clock }: Pick<Parts, 'histories' | 'agreed' | 'clock'>,
): Promise<Decided> {
  const whole = await inBothRecords(act, asked, histories)
  const command = commandOf(id, act, whole, worker, clock())
  const loaded = await Promise.all(
    [...new Set([...childrenNamed(command), ...whole.expected.keys()])].map(
      async (child) => (await histories.current(child)).history,
    ),
  )
  const known = new Map(loaded.map((history): [string, History] => [history.child, history]))
  let ids = 0
  return decide(command, known, { ...agreed, newId: () => `new-${++ids}` })
}
