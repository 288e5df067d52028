import { Controller, Get, Render } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { ForAnyone } from '@front-door/door'

/** What anybody may read about the service itself. */
@ApiExcludeController()
@Controller()
export class AboutController {
  @Get('help')
  @ForAnyone()
  @Render('about/help.njk')
  help() {
    return { title: 'Help' }
  }

  @Get('accessibility')
  @ForAnyone()
  @Render('about/accessibility.njk')
  accessibility() {
    return { title: 'Accessibility statement' }
  }

  @Get('safeguarding')
  @ForAnyone()
  @Render('about/safeguarding.njk')
  safeguarding() {
    return { title: 'If a child is in danger now' }
  }
}
