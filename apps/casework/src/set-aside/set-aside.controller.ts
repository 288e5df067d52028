import { Controller, Get, Inject, Render } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { Reading } from '@front-door/door'
import { instantInWords } from '@front-door/pages'
import { setAsideIn } from '@front-door/read-models'
import { PARTS, type Parts } from '../parts.js'

/** The records that cannot be read, by id and for whoever has to restore them: nothing else is known of them here. */
@ApiExcludeController()
@Controller('set-aside')
export class SetAsideController {
  constructor(@Inject(PARTS) private readonly parts: Parts) {}

  @Get()
  @Reading('see-reads', 'set-aside')
  @Render('set-aside/set-aside.njk')
  async setAside() {
    const rows = await setAsideIn(this.parts.rows)
    return {
      title: 'Records set aside',
      rows: rows.map(({ child, why, since }) => ({ child, why, since: instantInWords(since) })),
    }
  }
}
