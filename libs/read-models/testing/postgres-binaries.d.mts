/** The folder of PostgreSQL's own programs on this machine: the one that POSTGRES_BIN names, or the newest of a system package. */
export function postgresBinaries(): string | undefined
