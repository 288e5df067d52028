import { randomUUID } from 'node:crypto'
import { englandAndWales2028 } from '@front-door/calendar'
import type { ActName, Command, History, InputOfAct } from '@front-door/case-flow'
import { historiesFrom, openKeys, openLog, recorderOf, writerThread } from '@front-door/event-log'
import { type Role, defaultPolicy } from '@front-door/policy'

/** The real record, and children in it with a child in need plan and about ten events each. */
export function openCouncil(folder: string) {
  const log = openLog(folder, { thread: writerThread })
  const keys = openKeys(folder, new Uint8Array(32).fill(7))
  const histories = historiesFrom(log)
  const world = { policies: [defaultPolicy], calendars: [englandAndWales2028], newId: randomUUID }
  const recorder = recorderOf({ log, keys, histories, world })
  const plans: string[] = []

  async function perform<N extends ActName>(
    child: number,
    act: N,
    input: InputOfAct<N>,
    role: Role,
  ): Promise<History['state'] | undefined> {
    const command: Command = {
      id: randomUUID(),
      act,
      worker: { id: `a-${role}`, role, team: 'Assessment North' },
      now: new Date().toISOString(),
      children: [{ child: `B${child}`, input: input as never }],
    }
    const performed = await recorder.perform(command, '')
    if (performed.outcome !== 'recorded') throw new Error(JSON.stringify(performed))
    return performed.children[0]?.history.state
  }

  async function begin(child: number): Promise<void> {
    const received = await perform(child, 'receive-contact', { source: '6', concern: story }, 'business-support')
    const contact = last(received?.contacts)
    await perform(child, 'rate-priority', { about: contact, priority: 'AMBER', reason: story }, 'edt')
    const decided = await perform(child, 'decide-contact', { contact, outcome: 'CIN_REFERRAL', reason: story }, 'edt')
    const referral = last(decided?.referrals)
    await perform(child, 'decide-referral', { referral, outcome: 'ASSESSMENT', need: 'N1', reason: story }, 'edt')
    await perform(child, 'allocate-case', { referral, to: 'sam.field', team: 'Assessment North' }, 'team-manager')
    const planned = await perform(child, 'start-cin-plan', { referral, agreed: story }, 'social-worker')
    plans[child] = last(planned?.cinPlans)
  }

  return {
    ...{ log, keys, histories, recorder },
    agreed: { policies: world.policies, calendars: world.calendars },
    planOf: (child: number) => plans[child] ?? '',
    /** Children with a plan, made by many callers at once. */
    async seed(children: number): Promise<void> {
      let next = 0
      const maker = async () => {
        for (let child = next++; child < children; child = next++) await begin(child)
      }
      await Promise.all(Array.from({ length: 64 }, maker))
    },
    /** One real decision: a visit under the plan, with what was seen in sealed words. */
    decide: (child: number) =>
      perform(child, 'make-visit', { plan: plans[child] ?? '', seen: true, note: story }, 'social-worker'),
    async close() {
      await log.close()
      await keys.close()
    },
  }
}

const last = (items: readonly { readonly id: string }[] = []) => items.at(-1)?.id ?? ''

const story = 'The home was warm and there was food. '.repeat(8)
