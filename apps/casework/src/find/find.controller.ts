import { Body, Controller, Get, HttpCode, Inject, Post, Render, Res } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { type Day, dayOf, isDay, momentOf } from '@front-door/calendar'
import { fields } from '@front-door/case-flow'
import { FromRows, Reading, Worker } from '@front-door/door'
import type { SignedIn } from '@front-door/identity'
import { type Entries, enteredIn } from '@front-door/pages'
import type { FastifyReply } from 'fastify'
import { PARTS, type Parts } from '../parts.js'
import { textIn } from './asked.js'
import { findingFor } from './child-in-words.js'
import { findForm, findPage } from './find-page.js'
import { possibleMatches } from './matches.js'

const matchFields = {
  givenName: fields.words('Given name', { max: 100 }),
  familyName: fields.words('Family name', { max: 100 }),
  birthDate: fields.day('Date of birth'),
}

/** Finding a child. What is looked for is posted: a name in an address would stay in histories and logs. */
@ApiExcludeController()
@Controller('find')
export class FindController {
  constructor(@Inject(PARTS) private readonly parts: Parts) {}

  @Get()
  @Reading('find-children', 'search-form')
  @Render('find/find.njk')
  form() {
    return findForm(this.today())
  }

  @Post()
  @HttpCode(200)
  @Reading('find-children', 'search')
  @Render('find/find.njk')
  @FromRows()
  async find(
    @Body() body: Entries | undefined,
    @Worker() reader: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const page = await findPage(this.parts, reader, body ?? {})
    if ('errors' in page) reply.status(400)
    return page
  }

  /** A piece of a page, for the script of the contact form: who may be known already. */
  @Post('matches')
  @HttpCode(200)
  @Reading('find-children', 'possible-matches')
  @Render('find/matches.njk')
  async matches(@Body() body: unknown, @Worker() reader: SignedIn) {
    const { birthDate, givenName, familyName } = enteredIn(matchFields, body)
    const wanted = {
      givenName: textIn(givenName)?.slice(0, 100),
      familyName: textIn(familyName)?.slice(0, 100),
      birthDate: isDay(birthDate) ? birthDate : undefined,
    }
    const matches = await possibleMatches(this.parts.rows, wanted, findingFor(reader, this.parts))
    const searched = Object.entries(wanted).flatMap(([name, value]) => (value ? [name] : []))
    return { matches, results: matches.length, searched }
  }

  private today(): Day {
    return dayOf(momentOf(this.parts.clock()))
  }
}
