/** A table of the Standard Safeguarding Dataset as a view of our rows. Dates are days, which every database reads as midnight. */
export interface View {
  readonly name: string
  /** Column by column, in the order of the dataset (reference/ssd-tables.csv): what it is, in SQL. */
  readonly columns: Readonly<Record<string, string>>
  /** The rows, in SQL. */
  readonly from: string
}

export function createView({ name, columns, from }: View): string {
  const selected = Object.entries(columns).map(([column, sql]) => `  ${sql} AS ${column}`)
  return `CREATE VIEW ${name} AS\nSELECT\n${selected.join(',\n')}\nFROM ${from}`
}
