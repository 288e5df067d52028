import { expect, it } from '@jest/globals'
import { START } from '../../src/log.js'
import { aCommand, all, events } from '../events.js'
import { type Open, fresh } from './subject.js'

export function commands(open: Open): void {
  const subject = fresh(open)

  it('gives what it gave the first time and writes nothing', async () => {
    const { log } = subject
    const command = aCommand()
    const first = await log.append(command, [events('child-A', 0, 2), events('child-B', 0)])
    expect(await log.append(command, [events('child-A', 0, 2), events('child-B', 0)])).toEqual(first)
    expect(await log.append(command, [events('child-A', 2)])).toEqual(first)
    expect(await log.append(command, [events('child-Z', 0)])).toEqual(first)
    expect(await all(log.readAll(START))).toHaveLength(3)
  })

  it('happens once when it is asked ten times at once', async () => {
    const { log } = subject
    const command = aCommand()
    const answers = await Promise.all(Array.from({ length: 10 }, () => log.append(command, [events('child-A', 0, 2)])))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(await log.readStream('child-A')).toHaveLength(2)
  })

  it('is known after the log was opened again', async () => {
    const command = aCommand()
    const first = await subject.log.append(command, [events('child-A', 0)])
    const log = await subject.reopen()
    expect(await log.append(command, [events('child-A', 0)])).toEqual(first)
    expect(await log.readStream('child-A')).toHaveLength(1)
  })

  it('is answered with what was stored when something else is asked under its id', async () => {
    const { log } = subject
    const first = await log.append(aCommand('one', 'close the case'), [events('child-A', 0)])
    const answer = await log.append(aCommand('one', 'open the case'), [events('child-B', 0)])
    expect(answer).toEqual(first)
    expect(answer.fingerprint).toBe('close the case')
    expect(await log.readStream('child-B')).toEqual([])
  })

  it('can be looked up', async () => {
    const { log } = subject
    const appended = await log.append(aCommand('one'), [events('child-A', 0), events('child-B', 0)])
    expect(await log.find('one')).toEqual(appended)
    expect(await log.find('another')).toBeUndefined()
  })

  it('is known when it appended nothing, too', async () => {
    const { log } = subject
    await log.append(aCommand(), [events('child-A', 0)])
    const nothing = await log.append(aCommand('nothing'), [])
    expect(nothing.events).toEqual([])
    await log.append(aCommand(), [events('child-A', 1)])
    expect(await log.find('nothing')).toEqual(nothing)
  })
}
