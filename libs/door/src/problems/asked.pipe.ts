import { ValidationPipe } from '@nestjs/common'
import { Problem, summed } from './problem.js'

/** Checks what follows the question mark: every problem is named, and what is not asked for is one too. */
export const askedWell = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  exceptionFactory: (errors) => {
    const wrong = errors.map(({ property: field, constraints = {} }) => {
      const [[rule, message] = ['unknown', '']] = Object.entries(constraints)
      return rule === 'whitelistValidation'
        ? { field, rule: 'unknown', message: `There is nothing called ${field.slice(0, 40)} to ask for here.` }
        : { field, rule, message }
    })
    return new Problem('invalid', summed(wrong), wrong)
  },
})
