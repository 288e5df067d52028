import { Controller, Get, Inject, Query, Render } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { fields } from '@front-door/case-flow'
import { Reading, today, workerNames } from '@front-door/door'
import { type KeptRead, purposes } from '@front-door/identity'
import { instantInWords, questionsFor, roleName } from '@front-door/pages'
import { PARTS, type Parts } from '../parts.js'

type Asking = Readonly<Record<string, string | undefined>>

const asked = {
  child: fields.optional(fields.child('Child id')),
  worker: fields.optional(fields.worker('Worker id')),
}

/** Who has read a child's record, and what a worker has read. Looking at it is itself a reading that is kept. */
@ApiExcludeController()
@Controller('reads')
export class ReadsController {
  constructor(@Inject(PARTS) private readonly parts: Parts) {}

  @Get()
  @Reading('see-reads', 'log-of-reads')
  @Render('reads/reads.njk')
  async reads(@Query() { child = '', worker = '', before }: Asking) {
    const { reads } = this.parts
    const place = before !== undefined && /^\d{1,15}$/.test(before) ? { before: Number(before) } : {}
    const found = child
      ? await reads.ofChild(child, place)
      : worker
        ? await reads.ofWorker(worker, place)
        : { reads: [], next: undefined }
    return {
      title: 'Who has read what',
      questions: questionsFor(asked, { on: today(this.parts), typed: { child, worker } }),
      isAsked: child !== '' || worker !== '',
      rows: found.reads.map((read) => this.shown(read)),
      older:
        found.next === undefined
          ? undefined
          : `/reads?${new URLSearchParams({ child, worker, before: String(found.next) })}`,
    }
  }

  private shown({ at, worker, role, team, what, child, purpose, search }: KeptRead) {
    return {
      at: instantInWords(at),
      who: `${workerNames(this.parts)(worker)}, ${roleName(role)}, ${team}`,
      what: what.replaceAll('-', ' '),
      child,
      why: purpose ? purposes[purpose] : undefined,
      found: search ? `${search.results} found by ${search.fields.join(', ')}` : undefined,
    }
  }
}
