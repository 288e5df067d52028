import type { Command } from '@front-door/case-flow'

export const MASTER = new Uint8Array(32).fill(7)

const CHILDREN = 300

/** What was said in a command, so that it can be told whether its words open. */
export const concernOf = (id: string) => `Shouting was heard, says ${id}.`

/** Whom a command is about, by its id `<run>x<number>`: every third about three, every fifth about a new child. */
export function childrenOf(id: string): readonly string[] {
  const number = Number(id.split('x')[1])
  const child = (offset: number) => `C${(number * 7 + offset) % CHILDREN}`
  if (number % 3 === 0) return [child(0), child(11), child(29)]
  return number % 5 === 0 ? [`N${id}`] : [child(0)]
}

/** The same command whenever it is asked: a contact. */
export function commandOf(id: string): Command<'receive-contact'> {
  const children = childrenOf(id)
  return {
    id,
    act: 'receive-contact',
    worker: { id: 'sam', role: 'screening-social-worker', team: 'MASH' },
    now: '2025-06-02T08:00:00.000Z',
    children: children.map((child) => ({ child, input: { source: '6', concern: concernOf(id) } })),
  }
}
