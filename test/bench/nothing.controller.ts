import { Body, Controller, Module, Param, Post } from '@nestjs/common'
import { isActName } from '@front-door/case-flow'
import { ForSignedIn } from '@front-door/door'
import { check } from '../../apps/casework/src/acts/check.js'
import { CaseworkModule } from '../../apps/casework/src/casework.module.js'
import type { Parts } from '../../apps/casework/src/parts.js'

/** The same server, the same sign-in and the same check of what was sent; then nothing is decided or recorded. */
@Controller('bench/nothing/:act')
export class NothingController {
  @Post()
  @ForSignedIn()
  nothing(@Param('act') act: string, @Body() body: Readonly<Record<string, unknown>>) {
    return { wrong: isActName(act) ? check(act, body).wrong : [] }
  }
}

@Module({})
class BenchModule {}

export const casework = (parts: Parts) => ({
  module: BenchModule,
  imports: [CaseworkModule.behindTheDoor(parts)],
  controllers: [NothingController],
})
