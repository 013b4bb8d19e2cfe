/** Days after which nobody believes a plan. */
export const planDays = 90;
/** Days after which a debt or a figure has to be looked at again. */
export const quarter = 92;
/** Days after which a load test or an answer is too old. */
export const halfYear = 183;
/** Days for which a single point of failure may be accepted, from the decision on. */
export const acceptDays = 183;
/** Days after which a charter is read and signed again. */
export const year = 366;
/** Days from the beginning of a month until the bill of the next one is there: a bill comes in the month after. */
export const billDays = 76;
