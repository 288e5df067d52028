/** The code of an error of the system or of SQLite (`ENOSPC`, `SQLITE_FULL`); empty where it has none. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
