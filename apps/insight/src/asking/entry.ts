/** What stands in an address under one name; nothing where it is not there, or there several times. */
export const textIn = (entry: unknown): string | undefined => (typeof entry === 'string' ? entry : undefined)
