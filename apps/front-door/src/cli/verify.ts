import { join } from 'node:path'
import { type Progress, type Verified, childOf, damageIn, isOfChild, openLog, verify } from '@front-door/event-log'
import { reportEvent } from '@front-door/performance'
import { refuseWithout } from '../stores/record.js'
import type { CliCommand } from './command.js'
import { DONE, FOUND } from './io.js'

export const verifyCommand: CliCommand = {
  usage: 'verify',
  about:
    'Checks that no event was changed, removed or put out of order, and that the file is whole. Exit code 1, with the child and the event, or the file, where one is not.',
  words: 0,
  options: {},
  async run({ settings, json }, io) {
    refuseWithout(settings)
    const started = Date.now()
    const { children, events, flaws, more } = await verified(settings.data, ({ children: done, events: seen }) =>
      io.progress(`${done} children, ${seen} events checked`),
    )
    const broken = flaws.map((flaw) => ({
      ...flaw,
      ...(flaw.stream && isOfChild(flaw.stream) ? { child: childOf(flaw.stream) } : {}),
    }))
    const found = flaws.length + more
    const summary = `${events} events of ${children} children checked in ${((Date.now() - started) / 1000).toFixed(1)} s: ${found === 0 ? 'all as they were written.' : `${found} broken.`}`
    if (json) io.out(JSON.stringify({ ok: found === 0, children, events, flaws: broken, more }))
    else io.out([...broken.map(({ says, id }) => `BROKEN  ${says}${id ? `  (event ${id})` : ''}`), summary].join('\n'))
    return found === 0 ? DONE : FOUND
  },
}

/**
 * The log alone: a restored one is checked before its keys are there. Damage to its file ends it, and is what was
 * found.
 */
async function verified(data: string, tell: (progress: Progress) => void): Promise<Verified> {
  let seen: Progress = { streams: 0, children: 0, events: 0 }
  try {
    const log = openLog(data)
    try {
      return await verify(log, { others: reportEvent, onProgress: (progress) => tell((seen = progress)) })
    } finally {
      await log.close()
    }
  } catch (error) {
    const damage = damageIn(error, join(data, 'log.db'))
    if (!damage) throw error
    return { ...seen, flaws: [{ what: 'damaged', says: damage.message }], more: 0 }
  }
}
