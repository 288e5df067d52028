import { type ActName, type Refused, flow } from '@front-door/case-flow'
import type { Histories } from '@front-door/event-log'
import type { Asked } from './act-body.js'
import { childIdOf } from './command-id.js'

/**
 * Children named by an id nobody has. A contact may bring a child not yet registered, who is then named by no id: a
 * mistyped one would be a new child, and the contact lost to the child it was about.
 */
export async function nobodyAmong(
  id: string,
  act: ActName,
  { children }: Asked,
  histories: Histories,
): Promise<readonly Refused[]> {
  if (act === 'relate-person') return strangersAmong(children, histories)
  const stages = flow[act].child ?? []
  if (!stages.includes('unregistered') || stages.length === 1) return []
  const found = await Promise.all(
    children.map(async ({ child }, index): Promise<readonly Refused[]> => {
      if (child === childIdOf(id, index) || (await histories.current(child)).history.version > 0) return []
      return [{ child, rule: 'unknown-child', message: `There is no child ${child}. ${remedy}` }]
    }),
  )
  return found.flat()
}

const remedy = 'Check the id, or leave it out for a child not yet registered.'

/** Children said to belong to a child whom nobody has registered: the other record would begin with nothing else in it. */
async function strangersAmong(children: Asked['children'], histories: Histories): Promise<readonly Refused[]> {
  const found = await Promise.all(
    children.map(async ({ child, input }): Promise<readonly Refused[]> => {
      const other = String(input['other'])
      if ((await histories.current(other)).history.version > 0) return []
      const message = `There is no child ${other.slice(0, 40)}. Check the id: it stands at the top of the record.`
      return [{ child, field: 'other', rule: 'unknown-child', message }]
    }),
  )
  return found.flat()
}
