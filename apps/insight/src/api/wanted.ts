import { isDay } from '@front-door/calendar'
import {
  type Asked,
  type Dimension,
  type FigureSetting,
  MOST_AT_ONCE,
  type Paging,
  type Standing,
  dimensionIds,
  instantOf,
  isRange,
  isSettingId,
  kpiOf,
  lastFinancialYear,
  settingIds,
  settings,
  whyNot,
} from '@front-door/performance'
import { Transform } from 'class-transformer'
import {
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  type ValidationArguments,
} from 'class-validator'
import { ApiPropertyOptional } from '@nestjs/swagger'
import { PUBLICATION } from '../asking/publication.js'

const ADay = () => checked('day', isDay, () => 'Enter a day that exists, like 2026-03-31.')

function checked(
  name: string,
  validate: (value: unknown) => boolean,
  message: (value: unknown) => string,
): PropertyDecorator {
  return ValidateBy({
    name,
    validator: { validate, defaultMessage: (asked?: ValidationArguments) => message(asked?.value) },
  })
}

/** Which figures, of which period. */
export class FiguresWanted {
  @ApiPropertyOptional({ description: 'The first day; with `to`, or the last financial year', example: '2025-04-01' })
  @IsOptional()
  @ADay()
  from?: string

  @ApiPropertyOptional({ description: 'The last day, itself counted', example: '2026-03-31' })
  @IsOptional()
  @ADay()
  to?: string

  @ApiPropertyOptional({ type: String, description: 'Ids of the catalogue with commas between; all unless given' })
  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',').map((id) => id.trim()) : value))
  @checked('known', areFigures, (ids) => `There is no figure called ${unknownIn(ids)}. See /api/performance/catalogue.`)
  ids?: string[]

  @ApiPropertyOptional({ enum: dimensionIds, description: 'What the figures are broken down by' })
  @IsOptional()
  @IsIn(dimensionIds, { message: `Select one of ${dimensionIds.join(', ')}.` })
  by?: Dimension

  @ApiPropertyOptional({ description: 'A day (its end) or a day and time: the figures as the record stood then' })
  @IsOptional()
  @checked(
    'moment',
    (value) => typeof value === 'string' && instantOf(value) !== undefined,
    () => 'Enter a day, like 2026-03-03, or a day and time.',
  )
  asKnownAt?: string
}

/** The same, for the council itself or to be published. */
export class KpisWanted extends FiguresWanted {
  @ApiPropertyOptional({ enum: [PUBLICATION], description: 'Small numbers are suppressed: `c` stands for them' })
  @IsOptional()
  @IsIn([PUBLICATION], { message: `Leave it out, or give ${PUBLICATION}.` })
  for?: typeof PUBLICATION
}

/** Which of the cases of a figure. */
export class CasesWanted extends FiguresWanted {
  @ApiPropertyOptional({ enum: ['counted', 'not counted', 'left out'], description: 'Only those that stand so' })
  @IsOptional()
  @IsIn(['counted', 'not counted', 'left out'], { message: 'Select one of counted, not counted, left out.' })
  standing?: Standing

  @ApiPropertyOptional({ description: 'Only those left out or not counted for this reason, by its code' })
  @IsOptional()
  @Matches(/^[a-z0-9-]{1,40}$/, { message: 'Enter the code of a reason, as `reasons` has it.' })
  why?: string

  @ApiPropertyOptional({ description: 'Only those of one group of what is asked `by`, by its code' })
  @IsOptional()
  @MaxLength(200, { message: 'Enter the code of a group, as `groups` has it.' })
  group?: string

  @ApiPropertyOptional({ description: 'Only those of one worker, by the id' })
  @IsOptional()
  @MaxLength(200, { message: 'Enter the id of a worker.' })
  worker?: string

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @Matches(/^[\w-]{1,400}$/, { message: 'Enter `next` as the page before gave it.' })
  after?: string

  @ApiPropertyOptional({ type: Number, description: `How many at once, 1 to ${MOST_AT_ONCE}`, default: 50 })
  @IsOptional()
  @Transform(({ value }) => Number(value))
  @IsInt({ message: `Enter a whole number from 1 to ${MOST_AT_ONCE}.` })
  @Min(1, { message: `Enter a whole number from 1 to ${MOST_AT_ONCE}.` })
  @Max(MOST_AT_ONCE, { message: `Enter a whole number from 1 to ${MOST_AT_ONCE}.` })
  limit = 50
}

const PREFIX = 'setting.'

/** Every setting of the figures may be asked for otherwise: `setting.assessment-limit=50`. */
for (const id of settingIds) {
  const { words, choices, fallback }: FigureSetting = settings[id]
  const described = isRange(choices) ? `${choices.least} to ${choices.most}` : Object.keys(choices).join(', ')
  const decorators = [
    ApiPropertyOptional({ type: String, description: `${words} (${described}). A rehearsal`, default: fallback }),
    IsOptional(),
    checked(
      'setting',
      (value) => typeof value === 'string' && whyNot(id, value) === undefined,
      (value) => whyNot(id, String(value)) ?? `Give ${PREFIX}${id} once.`,
    ),
  ]
  for (const decorate of decorators) decorate(FiguresWanted.prototype, `${PREFIX}${id}`)
}

/** What was asked for, the last financial year where no period was. */
export function askedBy({ from, to, ids, by, asKnownAt, ...more }: FiguresWanted, today: string): Asked {
  const year = lastFinancialYear(today)
  const chosen = Object.entries(more).flatMap(([name, value]) => {
    const id = name.slice(PREFIX.length)
    return name.startsWith(PREFIX) && isSettingId(id) && typeof value === 'string' ? [[id, value] as const] : []
  })
  return {
    ...(from === undefined && to === undefined ? year : { from: from ?? '', to: to ?? '' }),
    ...{ ids, by, asKnownAt },
    settings: Object.fromEntries(chosen),
  }
}

export const pagingBy = ({ after, limit, standing, why, group, worker }: CasesWanted): Paging => ({
  ...{ after, limit, standing, why, group, worker },
})

function areFigures(ids: unknown): boolean {
  return Array.isArray(ids) && ids.every((id) => typeof id === 'string' && kpiOf(id))
}

function unknownIn(ids: unknown): string {
  const unknown = Array.isArray(ids) ? ids.filter((id) => !kpiOf(String(id))).map(String) : []
  return unknown.join(', ').slice(0, 100)
}
