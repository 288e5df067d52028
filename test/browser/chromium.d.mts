/** The browser on this machine: the one that CHROMIUM_PATH names, or one of a system package. Nothing where there is none. */
export function browserPath(): string | undefined
