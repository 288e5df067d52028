import { fields } from '@front-door/case-flow'
import type { Choice, Entries, FieldProblem } from '@front-door/pages'
import { type Asked, type FigureSetting, type SettingId, isRange, settings, whyNot } from '@front-door/performance'

/** The settings that an address chooses: `setting.assessment-limit=50`; a form sends `setting[assessment-limit]=50`. */
export function rehearsalIn(query: Entries): {
  readonly chosen: NonNullable<Asked['settings']>
  /** As it was typed, also where it cannot be. */
  readonly tried: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
} {
  const given = Object.entries(query).flatMap(([name, value]): (readonly [string, string])[] => {
    const [, dotted, boxed = dotted] = /^setting(?:\.(.+)|\[(.+)\])$/.exec(name) ?? []
    return boxed !== undefined && typeof value === 'string' && value.trim() !== '' ? [[boxed, value.trim()]] : []
  })
  const problems = given.flatMap(([id, value]) => {
    const message = whyNot(id, value)
    return message === undefined ? [] : [{ field: `${PREFIX}${id}`, rule: 'setting', message }]
  })
  const tried = Object.fromEntries(given)
  return { chosen: problems.length > 0 ? {} : tried, tried, problems }
}

export const PREFIX = 'setting.'

/** The questions of some settings: a number to enter, or codes to pick from. */
export function settingFields(ids: readonly SettingId[]) {
  return Object.fromEntries(
    ids.map((id) => {
      const { words, choices, fallback }: FigureSetting = settings[id]
      const hint = isRange(choices)
        ? `A whole number from ${choices.least} to ${choices.most}; usually ${fallback}`
        : undefined
      return [id, fields.optional(fields.text(words, { max: 40, ...(hint ? { hint } : {}) }))]
    }),
  )
}

/** What may be chosen in place of what is agreed. */
export function settingChoices(ids: readonly SettingId[]): Readonly<Record<string, readonly Choice[]>> {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const { choices, fallback }: FigureSetting = settings[id]
      if (isRange(choices)) return []
      const others = Object.entries(choices).filter(([value]) => value !== fallback)
      return [[id, others.map(([value, text]) => ({ value, text }))]]
    }),
  )
}

/** What is agreed: how it is counted where nothing else is chosen. */
export function settingsAsAgreed(ids: readonly SettingId[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const { choices, fallback }: FigureSetting = settings[id]
      if (isRange(choices)) return []
      return Object.entries(choices).flatMap(([value, text]) =>
        value === fallback ? [[id, `${text} (as agreed)`]] : [],
      )
    }),
  )
}
