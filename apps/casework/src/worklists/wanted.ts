import { codes, fields, itemKinds, stageNames } from '@front-door/case-flow'
import { Transform } from 'class-transformer'
import { IsIn, IsInt, IsOptional, Matches, Max, MaxLength, Min, ValidateBy } from 'class-validator'
import { isDay, readMoment } from '@front-door/calendar'
import { ApiPropertyOptional } from '@nestjs/swagger'
import { isPlace } from '@front-door/read-models'

const yes = () =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
const YesNo = () => IsIn([true, false], { message: 'Enter true or false.' })
const ADay = () =>
  ValidateBy({
    name: 'day',
    validator: { validate: isDay, defaultMessage: () => 'Enter a day that exists, like 2026-06-04.' },
  })
const code = (list: { codes: readonly { code: string }[] }) => list.codes.map((entry) => entry.code)

/** A page of a list. */
export class PageWanted {
  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @ValidateBy({
    name: 'place',
    validator: { validate: isPlace, defaultMessage: () => 'Enter `next` as the page before gave it.' },
  })
  after?: string

  @ApiPropertyOptional({ description: 'How many at once, 1 to 200', default: 50 })
  @IsOptional()
  @Transform(({ value }) => Number(value))
  @IsInt({ message: 'Enter a whole number from 1 to 200.' })
  @Min(1, { message: 'Enter a whole number from 1 to 200.' })
  @Max(200, { message: 'Enter a whole number from 1 to 200.' })
  limit = 50
}

/** What to look for a child by. At least one. */
export class ChildrenWanted {
  @ApiPropertyOptional({ description: 'Words of any of the names, each from its beginning' })
  @IsOptional()
  @MaxLength(100, { message: 'Enter at most 100 characters of the name.' })
  name?: string

  @ApiPropertyOptional({ description: 'The date of birth, or the date expected' })
  @IsOptional()
  @ADay()
  birthDate?: string

  @ApiPropertyOptional({ description: 'A child id, UPN, former UPN or NHS number' })
  @IsOptional()
  @MaxLength(40, { message: 'Enter at most 40 characters of the reference.' })
  reference?: string
}

/** The lanes that a list can be narrowed to. */
class LanesWanted extends PageWanted {
  @ApiPropertyOptional({ description: 'Only those with domestic abuse' })
  @IsOptional()
  @yes()
  @YesNo()
  domesticAbuse?: boolean

  @ApiPropertyOptional({ description: 'Only those received out of hours' })
  @IsOptional()
  @yes()
  @YesNo()
  outOfHours?: boolean
}

/** Which contacts to list. */
export class ContactListWanted extends LanesWanted {
  @ApiPropertyOptional({ description: 'Received on or after this day' })
  @IsOptional()
  @ADay()
  from?: string

  @ApiPropertyOptional({ description: 'Received on or before this day' })
  @IsOptional()
  @ADay()
  to?: string

  @ApiPropertyOptional({ description: 'Only those not yet decided' })
  @IsOptional()
  @yes()
  @YesNo()
  undecided?: boolean

  @ApiPropertyOptional({ enum: code(codes.contactOutcome) })
  @IsOptional()
  @IsIn(code(codes.contactOutcome), { message: `Select one of ${code(codes.contactOutcome).join(', ')}.` })
  outcome?: string

  @ApiPropertyOptional({ description: 'Only those about this child' })
  @IsOptional()
  @ValidateBy({
    name: 'child',
    validator: {
      validate: (value: unknown) => fields.isValid(fields.child('Child'), value),
      defaultMessage: () => fields.remedy(fields.child('Child')),
    },
  })
  child?: string
}

/** Which work to list. */
export class WorkListWanted extends LanesWanted {
  @ApiPropertyOptional({ enum: itemKinds })
  @IsOptional()
  @IsIn(itemKinds, { message: `Select one of ${itemKinds.join(', ')}.` })
  kind?: string

  @ApiPropertyOptional({ enum: Object.keys(stageNames) })
  @IsOptional()
  @IsIn(Object.keys(stageNames), { message: `Select one of ${Object.keys(stageNames).join(', ')}.` })
  stage?: string

  @ApiPropertyOptional({ description: 'Only what this team has' })
  @IsOptional()
  @MaxLength(100, { message: 'Enter at most 100 characters of the team.' })
  team?: string

  @ApiPropertyOptional({ description: 'Only what is allocated to this worker' })
  @IsOptional()
  @MaxLength(64, { message: 'Enter at most 64 characters of the worker’s id.' })
  worker?: string

  @ApiPropertyOptional({ description: 'Only open cases without a worker' })
  @IsOptional()
  @yes()
  @YesNo()
  unallocated?: boolean

  @ApiPropertyOptional({ description: 'Only what is due before this day or time' })
  @IsOptional()
  @Transform(({ value }) => readMoment(value) ?? 'no')
  @Matches(/^\d/, { message: 'Enter a day, like 2026-06-04, or a day and time.' })
  dueBefore?: string
}
