/** What comes next in a case: a plan, an enquiry because it is worse, early help, or how it closes; or it has closed. */
export type Onward = 'need' | 'protection' | 'worse' | 'early-help' | Closing | 'ended'

/** Why a case closes: no more is needed, the child is looked after, has moved away or is grown up. */
export type Closing = 'close' | 'care' | 'moved' | 'adult'

/** What comes of an enquiry: a child protection plan, a child in need plan, or what the assessment says. */
export type Found = 'protection' | 'need' | 'nothing'
