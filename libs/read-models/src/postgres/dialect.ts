import {
  ColumnDefinitionNode,
  type DataTypeNode,
  type OrderByItemNode,
  PostgresDialect,
  PostgresQueryCompiler,
  RawNode,
} from 'kysely'
import pg from 'pg'

/** All in which PostgreSQL would give other answers than SQLite, made alike in this one place. */
export class RowsDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new RowsCompiler()
  }
}

class RowsCompiler extends PostgresQueryCompiler {
  /** Text sorts and compares by its characters, not by the language of whoever made the database. */
  protected override visitDataType(node: DataTypeNode): void {
    super.visitDataType(node)
    const column = this.parentNode
    if (node.dataType === 'text' && column && ColumnDefinitionNode.is(column)) this.append(' collate "C"')
  }

  /** What is not there stands first, or last where the order is turned round. */
  protected override visitOrderByItem(node: OrderByItemNode): void {
    super.visitOrderByItem(node)
    const { direction, nulls } = node
    const isTurned = direction && RawNode.is(direction) && direction.sqlFragments.includes('desc')
    if (!nulls) this.append(isTurned ? ' nulls last' : ' nulls first')
  }
}

const BIGINT = 20
const NUMERIC = 1700

/** Positions, counts and sums come as numbers: none here is beyond 2 to the power of 53. */
export const numbers: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    id === BIGINT || id === NUMERIC ? (value: string) => Number(value) : pg.types.getTypeParser(id, format),
}
