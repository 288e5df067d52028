import type { Page, Paging, RowStore } from '@front-door/read-models'
import { type Caseload, type CaseloadsWanted, caseloads } from './caseloads.js'
import { type Conversion, type ConversionWanted, conversion } from './conversion.js'
import {
  type CopiedReason,
  type CopiedReasonsWanted,
  type ReasonGiven,
  copiedReasons,
  reasonGiven,
} from './copied-reasons.js'
import { type DueCount, type DueItem, type DueWanted, due, dueCounts } from './due.js'
import { type LateEntriesWanted, type LateEntry, lateEntries } from './late-entries.js'
import { type ReStep, type ReSteppingWanted, reStepping } from './re-stepping.js'
import { type Unallocated, unallocatedCases } from './unallocated.js'

/** What the rows show besides figures, wherever they are read. Every list opens into the events behind it. */
export interface Signals {
  conversion(wanted: ConversionWanted): Promise<readonly Conversion[]>
  reStepping(wanted: ReSteppingWanted, paging: Paging): Promise<Page<ReStep>>
  copiedReasons(wanted: CopiedReasonsWanted, paging: Paging): Promise<Page<CopiedReason>>
  reasonGiven(reason: string, wanted: CopiedReasonsWanted, paging: Paging): Promise<Page<ReasonGiven>>
  caseloads(wanted: CaseloadsWanted, paging: Paging): Promise<Page<Caseload>>
  unallocated(wanted: CaseloadsWanted, paging: Paging): Promise<Page<Unallocated>>
  due(wanted: DueWanted, paging: Paging): Promise<Page<DueItem>>
  dueCounts(wanted: Parameters<typeof dueCounts>[1]): Promise<readonly DueCount[]>
  lateEntries(wanted: LateEntriesWanted): Promise<readonly LateEntry[]>
}

/** Read from the rows as they stand when each is asked for. */
export function signalsIn(rows: () => Promise<Pick<RowStore, 'db'>>): Signals {
  return {
    conversion: async (wanted) => conversion(await rows(), wanted),
    reStepping: async (wanted, paging) => reStepping(await rows(), wanted, paging),
    copiedReasons: async (wanted, paging) => copiedReasons(await rows(), wanted, paging),
    reasonGiven: async (reason, wanted, paging) => reasonGiven(await rows(), reason, wanted, paging),
    caseloads: async (wanted, paging) => caseloads(await rows(), wanted, paging),
    unallocated: async (wanted, paging) => unallocatedCases(await rows(), wanted, paging),
    due: async (wanted, paging) => due(await rows(), wanted, paging),
    dueCounts: async (wanted) => dueCounts(await rows(), wanted),
    lateEntries: async (wanted) => lateEntries(await rows(), wanted),
  }
}
