import { type Agreed, type ChildEvent, type ChildId, eventsOf, identityOf } from '@front-door/case-flow'
import { type EventLog, type Histories, type Keys, type StoredEvent, childOf, trailWords } from '@front-door/event-log'
import type { Consumer } from '@front-door/feed'
import { rowsOf } from './rows.js'
import type { RowStore } from './store.js'
import type { Rows } from './tables.js'

export interface Projecting {
  readonly log: EventLog
  readonly keys: Keys
  readonly histories: Histories
  readonly rows: RowStore
  readonly agreed: Agreed
}

/** Keeps the rows up with the log: the rows of every child a page touches are derived again and replaced together. */
export function projector({ log, keys, histories, rows, agreed }: Projecting): Consumer {
  const derive = async (child: ChildId): Promise<{ child: ChildId; rows: Rows }> => {
    const { history } = await histories.current(child)
    const people = eventsOf(history).filter((event) => event.child === child && tellsWho(event))
    const words = people.length > 0 ? await trailWords(log, keys, people) : new Map<string, undefined>()
    return {
      child,
      rows: rowsOf(
        history,
        identityOf(people, ({ id }) => words.get(id)),
        agreed,
      ),
    }
  }
  return {
    name: 'rows',
    checkpoint: () => rows.checkpoint('rows'),
    take: async (page: readonly StoredEvent[], upTo) => {
      const derived = []
      for (const child of new Set(page.map(({ stream }) => childOf(stream)))) derived.push(await derive(child))
      await rows.replace('rows', upTo, derived)
    },
  }
}

const tellsWho = ({ type, said }: ChildEvent) =>
  said.length > 0 &&
  (type.startsWith('Person') || type === 'UnbornRegistered' || type === 'BirthRecorded' || type === 'DecisionCorrected')
