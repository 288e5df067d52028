import { Controller, Get, Inject, Query } from '@nestjs/common'
import { ApiOperation, ApiTags } from '@nestjs/swagger'
import { momentOf } from '@front-door/calendar'
import { Problem, Reading, Worker, askedWell } from '@front-door/door'
import { aboutRow, contactList, findChildren, workCounts, worklist } from '@front-door/read-models'
import { type SignedIn, seenInList } from '@front-door/identity'
import { PARTS, type Parts } from '../parts.js'
import { childShown, contactShown, workShown } from './shown.js'
import { ChildrenWanted, ContactListWanted, WorkListWanted } from './wanted.js'

/** Looking across children: search, the contact list, and the worklists. Read from rows, which follow the log. */
@ApiTags('Lists')
@Controller('api')
export class WorklistsController {
  constructor(@Inject(PARTS) private readonly parts: Parts) {}

  @Get('children')
  @Reading('find-children', 'search')
  @ApiOperation({ summary: 'Find children by name, date of birth or reference' })
  async find(@Query(askedWell) wanted: ChildrenWanted, @Worker() reader: SignedIn) {
    const searched = Object.entries(wanted)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name]) => name)
    if (searched.length === 0) {
      const message = 'Enter a name, a date of birth or a reference to look for.'
      throw new Problem('invalid', message, [{ field: 'name', rule: 'required', message }])
    }
    const children = await findChildren(this.parts.rows, wanted)
    return { results: children.length, searched, children: openTo(reader, children, childShown) }
  }

  @Get('contacts')
  @Reading('see-worklists', 'contacts')
  @ApiOperation({ summary: 'The contact list, latest first' })
  async contacts(@Query(askedWell) { after, limit, ...wanted }: ContactListWanted, @Worker() reader: SignedIn) {
    const { rows, next } = await contactList(this.parts.rows, wanted, { after, limit })
    return {
      contacts: openTo(reader, rows, contactShown),
      ...(next ? { next } : {}),
      ...(await this.upTo()),
    }
  }

  @Get('worklist')
  @Reading('see-worklists', 'worklist')
  @ApiOperation({ summary: 'What is under way, by kind and stage, what is due first first' })
  async work(@Query(askedWell) { after, limit, ...wanted }: WorkListWanted, @Worker() reader: SignedIn) {
    const { rows, next } = await worklist(this.parts.rows, wanted, { after, limit })
    const now = momentOf(this.parts.clock())
    return {
      work: openTo(reader, rows, (row) => workShown(row, now)),
      ...(next ? { next } : {}),
      ...(await this.upTo()),
    }
  }

  @Get('worklist/counts')
  @Reading('see-worklists', 'worklist-counts')
  @ApiOperation({ summary: 'How much is under way in every stage' })
  async counts() {
    return { counts: await workCounts(this.parts.rows), ...(await this.upTo()) }
  }

  /**
   * Lists follow the log a moment later: how far they have come is told with every one, and how many records are not in
   * them.
   */
  private async upTo() {
    const { at, end, standing, setAside } = await this.parts.following.lag()
    return { upTo: { position: at, behind: end - at, standing, setAside } }
  }
}

/** Of a child whose record is restricted to others, a list tells that there is one and nothing more. */
function openTo<R extends Parameters<typeof aboutRow>[0], S>(
  reader: SignedIn,
  rows: readonly R[],
  show: (row: R) => S,
): readonly (S | { readonly restricted: true })[] {
  return seenInList(reader, rows, aboutRow).map((row) => ('restricted' in row ? { restricted: true } : show(row)))
}
