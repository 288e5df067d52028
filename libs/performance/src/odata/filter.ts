import { type RawBuilder, sql } from 'kysely'
import { columnOf } from './columns.js'
import { type EntitySet, type Property, propertyOf } from './entity-set.js'
import { ODataError } from './errors.js'
import { type LiteralType, type Token, tokensOf } from './tokens.js'

type Condition = RawBuilder<boolean>
type Literal = Extract<Token, { kind: 'literal' }>

/** More than any client writes by hand, and less than a database refuses. */
const MOST_CONDITIONS = 200
const DEEPEST = 50

/**
 * A $filter as a condition: eq, ne, gt, ge, lt, le of a property and a value; contains, startswith, endswith; and, or, not;
 * parentheses. As OData has it, a comparison with nothing is false and never unknown: `Outcome ne 'NFA'` holds of what has
 * no outcome.
 */
export function conditionOf(set: EntitySet, filter: string): Condition {
  const reader = new Reader(set, tokensOf(filter))
  const condition = reader.either(0)
  reader.end()
  return condition
}

class Reader {
  private at = 0
  private conditions = 0

  constructor(
    private readonly set: EntitySet,
    private readonly tokens: readonly Token[],
  ) {}

  either(depth: number): Condition {
    const any = [this.all(depth)]
    while (this.took('or')) any.push(this.all(depth))
    return sql`(${sql.join(any, sql` or `)})`
  }

  end(): void {
    const token = this.tokens[this.at]
    if (token) throw wrong(`“${token.text}” is not expected there.`)
  }

  private all(depth: number): Condition {
    const every = [this.one(depth)]
    while (this.took('and')) every.push(this.one(depth))
    return sql`(${sql.join(every, sql` and `)})`
  }

  private one(depth: number): Condition {
    if (depth > DEEPEST) throw wrong('It is nested too deeply.')
    if (this.took('not')) return sql`(not ${this.one(depth + 1)})`
    if (this.took('(')) {
      const inner = this.either(depth + 1)
      this.expect(')')
      return inner
    }
    this.conditions += 1
    if (this.conditions > MOST_CONDITIONS) throw wrong(`It has more than ${MOST_CONDITIONS} conditions.`)
    const token = this.tokens[this.at]
    return token?.kind === 'word' && token.text in textTests ? this.textTest(token.text) : this.comparison()
  }

  private textTest(name: string): Condition {
    this.at += 1
    this.expect('(')
    const property = this.property()
    this.expect(',')
    const { value } = this.literal(property, ['String'])
    this.expect(')')
    const test = textTests[name]
    if (property.type !== 'String' || !test || typeof value !== 'string') throw wrong(`${name} is for text.`)
    const column = columnOf(property)
    return sql`(${column} is not null and ${test(column, value)})`
  }

  private comparison(): Condition {
    const property = this.property()
    const column = columnOf(property)
    const token = this.tokens[this.at]
    if (property.type === 'Boolean' && !(token?.kind === 'word' && token.text in operators))
      return sql`(${column} is not null and ${column} = 1)`
    const operator = token?.kind === 'word' ? operators[token.text] : undefined
    if (!operator) throw wrong(`After ${property.name} should follow one of ${Object.keys(operators).join(', ')}.`)
    this.at += 1
    const { value } = this.literal(property, comparable[property.type])
    if (value === null) {
      if (operator === '=') return sql`(${column} is null)`
      return operator === '<>' ? sql`(${column} is not null)` : sql`(1 = 0)`
    }
    if (operator === '<>') return sql`(${column} is null or ${column} <> ${value})`
    return sql`(${column} is not null and ${column} ${sql.raw(operator)} ${value})`
  }

  private property(): Property {
    const token = this.tokens[this.at]
    this.at += 1
    const property = token?.kind === 'word' ? propertyOf(this.set, token.text) : undefined
    if (property) return property
    throw wrong(
      token ? `${this.set.name} have no property “${token.text}”.` : 'It ends where a property should follow.',
    )
  }

  private literal(property: Property, types: readonly LiteralType[]): Literal {
    const token = this.tokens[this.at]
    this.at += 1
    if (token?.kind === 'literal' && [...types, 'Null'].includes(token.type)) return token
    throw wrong(`${property.name} is ${inWords[property.type]}; “${token?.text ?? ''}” is not.`)
  }

  private took(text: string): boolean {
    const token = this.tokens[this.at]
    if (!token || token.kind === 'literal' || token.text !== text) return false
    this.at += 1
    return true
  }

  private expect(text: string): void {
    if (!this.took(text)) throw wrong(`“${text}” is missing before “${this.tokens[this.at]?.text ?? 'the end'}”.`)
  }
}

const operators: Readonly<Record<string, '=' | '<>' | '>' | '>=' | '<' | '<='>> = {
  eq: '=',
  ne: '<>',
  gt: '>',
  ge: '>=',
  lt: '<',
  le: '<=',
}

/** In functions that SQLite and PostgreSQL have alike; all of them tell capitals from small letters. */
const textTests: Readonly<Record<string, (column: RawBuilder<unknown>, text: string) => Condition>> = {
  contains: (column, text) => (text === '' ? sql`1 = 1` : sql`replace(${column}, ${text}, '') <> ${column}`),
  startswith: (column, text) => sql`substr(${column}, 1, ${lengthOf(text)}) = ${text}`,
  endswith: (column, text) =>
    sql`(length(${column}) >= ${lengthOf(text)} and substr(${column}, length(${column}) - ${lengthOf(text)} + 1) = ${text})`,
}

/** Written into the query as a number: a length is no input. */
function lengthOf(text: string): RawBuilder<number> {
  return sql.lit([...text].length)
}

const comparable: Readonly<Record<Property['type'], readonly LiteralType[]>> = {
  String: ['String'],
  Date: ['Date'],
  DateTimeOffset: ['DateTimeOffset'],
  Int32: ['Number'],
  Double: ['Number'],
  Boolean: ['Boolean'],
}

const inWords: Readonly<Record<Property['type'], string>> = {
  String: 'text between single quotes',
  Date: 'a day such as 2026-06-04',
  DateTimeOffset: 'a time such as 2026-06-04T09:00:00Z',
  Int32: 'a number',
  Double: 'a number',
  Boolean: 'true or false',
}

function wrong(message: string): ODataError {
  return new ODataError(400, `The filter is not understood. ${message}`, '$filter')
}
