import { definitions, happened } from '@front-door/case-flow'
import { describe, expect, it } from '@jest/globals'
import { Imported, recordedHere } from '../../testing/importing.js'
import { CASE, last, next } from '../../testing/later.js'
import { childOf } from '../../testing/writing.js'

const [FIRST, SECOND] = ['P123456789123', 'A301000000001']
const child = (upn: string, former = '') =>
  childOf(`<UPN>${upn}</UPN>${former && `<FormerUPN>${former}</FormerUPN>`}<Sex>F</Sex>`, CASE)

describe('a UPN that changed', () => {
  it('is corrected by a later return, with the reason, where the import is told who the child is', async () => {
    const imported = new Imported()
    await imported.take(last(child(FIRST)))
    const { events, lines } = await imported.take(next(child(SECOND, FIRST)))
    expect(events).toMatchObject([
      { type: 'PersonDetailsCorrected', occurredAt: '2026-03-31', data: {}, words: { upn: SECOND, formerUpn: FIRST } },
    ])
    expect(events[0]?.words['reason']).toContain('A later census return says so')
    expect(lines[0]).toMatchObject({ outcome: 'corrected', events: 1 })
    expect(imported.identity('T1')).toMatchObject({ upn: SECOND, formerUpn: FIRST })
    expect((await imported.take(next(child(SECOND, FIRST)))).events).toEqual([])
  })

  it('does not come back from an earlier return', async () => {
    const imported = new Imported()
    for (const file of [last(child(FIRST)), next(child(SECOND))]) await imported.take(file)
    const { events, lines } = await imported.take(last(child(FIRST)))
    expect(events).toEqual([])
    expect(lines[0]?.says).toContain('UPN: the file differs from what is here, which is newer.')
  })

  it('is left as a worker recorded it, and told without the number', async () => {
    const imported = new Imported()
    imported.remember(recordedHere('T1', '2024-05-01', happened(definitions.PersonRegistered, { upn: FIRST })))
    const { events, lines } = await imported.take(last(child(SECOND)))
    expect(events.filter(({ words }) => 'upn' in words)).toEqual([])
    expect(lines[0]?.says).toContain('UPN: the file differs from what is here, which a worker recorded.')
    for (const upn of [FIRST, SECOND]) expect(JSON.stringify(lines)).not.toContain(upn)
  })

  it('cannot be noticed where the import is not told who the child is', async () => {
    const imported = new Imported(false)
    await imported.take(last(child(FIRST)))
    expect((await imported.take(next(child(SECOND)))).events).toEqual([])
  })

  it('is not brought back for a child whose words were erased', async () => {
    const imported = new Imported()
    await imported.take(last(child(FIRST)))
    imported.forgetWords('T1')
    expect((await imported.take(next(child(SECOND)))).events).toEqual([])
  })
})

describe('a number that is new', () => {
  it.each([true, false])('is added, told who the child is or not: %s', async (opensWords) => {
    const imported = new Imported(opensWords)
    await imported.take(last(childOf('<Sex>F</Sex>', CASE)))
    const { events } = await imported.take(next(child(FIRST, SECOND)))
    expect(events).toMatchObject([{ type: 'PersonDetailsCorrected', words: { upn: FIRST, formerUpn: SECOND } }])
    expect((await imported.take(next(child(FIRST, SECOND)))).events).toEqual([])
  })
})
