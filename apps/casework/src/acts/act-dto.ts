import { type ActName, type Field, type Fields, actNames, fields, flow } from '@front-door/case-flow'
import { Transform, Type } from 'class-transformer'
import { IsDefined, IsOptional, ValidateBy, ValidateNested } from 'class-validator'

/** What is sent to do an act, as class-validator checks it at the door. */
export type Dto = new () => object

const whenItHappened = fields.optional(
  fields.moment('Time it happened', { hint: 'A day, or a day and time in London. Now, if left out' }),
)

/** A DTO class with a decorated property for each field. The rules themselves are the domain's. */
function dtoOf(name: string, of: Fields): Dto {
  const dto = {
    [name]: class {
      [property: string]: unknown
    },
  }[name] as Dto
  for (const [property, field] of Object.entries(of))
    for (const decorate of decoratorsOf(field)) decorate(dto.prototype as object, property)
  return dto
}

function decoratorsOf(field: Field): readonly PropertyDecorator[] {
  const message = fields.remedy(field)
  const presence = field.required ? IsDefined({ message }) : IsOptional()
  const tidied = Transform(({ value }: { value: unknown }) => fields.tidy(field, value))
  if (field.kind === 'group') {
    const inner = dtoOf('Group', field.fields ?? {})
    return [presence, Type(() => inner), ValidateNested({ message })]
  }
  const validator = { validate: (value: unknown) => fields.isValid(field, value), defaultMessage: () => message }
  return [presence, tidied, ValidateBy({ name: field.kind, validator })]
}

const dtos = new Map(
  actNames.map((name) => [name, dtoOf(name, { ...flow[name].act.fields, occurredAt: whenItHappened })]),
)

export function dtoFor(act: ActName): Dto {
  const dto = dtos.get(act)
  if (!dto) throw new Error(`There is no DTO for ${act}.`)
  return dto
}

export { whenItHappened }
