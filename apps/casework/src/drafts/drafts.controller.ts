import { Body, Controller, Get, HttpCode, Inject, Post, Render } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { ForSignedIn, Problem, SeeOther, Worker } from '@front-door/door'
import { type SignedIn, localPath } from '@front-door/identity'
import type { Entries } from '@front-door/pages'
import { PARTS, type Parts } from '../parts.js'
import { unfinished } from './unfinished.js'

/** What people have typed and not recorded: kept while they type, found again, given up. */
@ApiExcludeController()
@Controller('drafts')
export class DraftsController {
  constructor(@Inject(PARTS) private readonly parts: Parts) {}

  @Get()
  @ForSignedIn()
  @Render('drafts/drafts.njk')
  list(@Worker() { id }: SignedIn) {
    return { title: 'Forms you have not finished', forms: unfinished(this.parts.drafts, id) }
  }

  /** From the script of a form, every few seconds while somebody types: the fields of the form, and where it is. */
  @Post()
  @HttpCode(204)
  @ForSignedIn()
  keep(@Body() body: Entries | undefined, @Worker() { id }: SignedIn): void {
    const { _form: form, _path: path, _csrf: _token, step: _step, ...typed } = body ?? {}
    if (typeof form !== 'string' || typeof path !== 'string' || localPath(path) !== path) throw notAForm()
    if (this.parts.drafts.owns(form, id)) this.parts.drafts.keep(form, { path, typed })
  }

  @Post('discard')
  @ForSignedIn()
  discard(@Body() body: Entries | undefined, @Worker() { id }: SignedIn): void {
    const form = body?.['_form']
    const { drafts } = this.parts
    if (typeof form === 'string' && drafts.find(form, id)) drafts.end(form)
    throw new SeeOther('/drafts')
  }
}

function notAForm(): Problem {
  const message = 'Send the fields of a form, its id and the path it is at.'
  return new Problem('invalid', message, [{ field: '_path', rule: 'local-path', message }])
}
