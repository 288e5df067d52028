/** A published figure to stand beside a council's own. */
export interface Benchmark {
  /** The id of the figure. */
  readonly id: string
  /** The year to 31 March it is of; a snapshot is of that day, and a caseload of 30 September before the year's end. */
  readonly year: number
  readonly area: Area
  /** Null where it is not available, which is not zero. */
  readonly value: number | null
  readonly source: string
  readonly release: string
  /** Where it does not measure quite the same. */
  readonly note?: string
}

export const areas = {
  england: 'England',
  'statistical-neighbours': 'Statistical neighbours',
  barnsley: 'Barnsley',
} as const
export type Area = keyof typeof areas
