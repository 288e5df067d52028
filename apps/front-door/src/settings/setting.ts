/** One setting: its environment variable, what it means, and how it is read. */
export interface Setting<V> {
  readonly env: string
  readonly means: string
  readonly fallback?: string
  /** Gives the value, or throws an error that says what the value must be. */
  readonly read: (text: string) => V
}

export type Settings<S extends Record<string, Setting<unknown>>> = {
  readonly [K in keyof S]: S[K] extends Setting<infer V> ? (S[K]['fallback'] extends string ? V : V | undefined) : never
}

/** The environment does not hold what the program needs. All problems at once, each a sentence. */
export class BadSettings extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The settings are not right:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\nSee docs/settings.md.`,
    )
  }
}

/** What the environment says, and everything in it that cannot be read. */
export function readSettings<S extends Record<string, Setting<unknown>>>(
  settings: S,
  env: NodeJS.ProcessEnv,
): { values: Settings<S>; problems: readonly string[] } {
  const problems: string[] = []
  const values = Object.entries(settings).map(([name, setting]) => {
    const text = env[setting.env]?.trim() || setting.fallback
    if (text === undefined) return [name, undefined]
    try {
      return [name, setting.read(text)]
    } catch (error) {
      problems.push(`${setting.env} ${error instanceof Error ? error.message : 'cannot be read'}`)
      return [name, undefined]
    }
  })
  return { values: Object.fromEntries(values) as Settings<S>, problems }
}

export const text = (value: string) => value

export const wholeNumber = (min: number, max: number) => (value: string) => {
  const number = Number(value)
  if (!Number.isInteger(number) || number < min || number > max)
    throw new Error(`must be a whole number from ${min} to ${max}.`)
  return number
}

export const oneOf =
  <V extends string>(...values: readonly V[]) =>
  (value: string): V => {
    const found = values.find((each) => each === value)
    if (found === undefined) throw new Error(`must be one of ${values.join(', ')}.`)
    return found
  }

export const address = (value: string) => {
  if (!URL.canParse(value) || !/^https?:/.test(value))
    throw new Error('must be an address that begins with https:// (or http:// on this machine).')
  return value.replace(/\/$/, '')
}
