import type { Page, Paging, RowStore } from '@front-door/read-models'
import { type Conversion, type ConversionWanted, conversion } from './conversion.js'
import {
  type CopiedReason,
  type CopiedReasonsWanted,
  type ReasonGiven,
  copiedReasons,
  reasonGiven,
} from './copied-reasons.js'
import { type DueCount, type DueItem, type DueWanted, due, dueCounts } from './due.js'
import { type ReStep, type ReSteppingWanted, reStepping } from './re-stepping.js'

/** What the rows show besides figures, wherever they are read. Every list opens into the events behind it. */
export interface Signals {
  conversion(wanted: ConversionWanted): Promise<readonly Conversion[]>
  reStepping(wanted: ReSteppingWanted, paging: Paging): Promise<Page<ReStep>>
  copiedReasons(wanted: CopiedReasonsWanted, paging: Paging): Promise<Page<CopiedReason>>
  reasonGiven(reason: string, wanted: CopiedReasonsWanted, paging: Paging): Promise<Page<ReasonGiven>>
  due(wanted: DueWanted, paging: Paging): Promise<Page<DueItem>>
  dueCounts(wanted: Parameters<typeof dueCounts>[1]): Promise<readonly DueCount[]>
}

export function signalsIn(rows: Pick<RowStore, 'db'>): Signals {
  return {
    conversion: (wanted) => conversion(rows, wanted),
    reStepping: (wanted, paging) => reStepping(rows, wanted, paging),
    copiedReasons: (wanted, paging) => copiedReasons(rows, wanted, paging),
    reasonGiven: (reason, wanted, paging) => reasonGiven(rows, reason, wanted, paging),
    due: (wanted, paging) => due(rows, wanted, paging),
    dueCounts: (wanted) => dueCounts(rows, wanted),
  }
}
