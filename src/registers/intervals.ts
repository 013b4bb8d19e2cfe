/** Days after which nobody believes a plan. */
export const planDays = 90;
/** Days after which a debt or a figure has to be looked at again. */
export const quarter = 92;
/** Days after which a load test or an answer is too old. */
export const halfYear = 183;
/** Days for which a single point of failure may be accepted, from the decision on. */
export const acceptDays = 183;
/** Days for which an exception may hold, from the day on which it was granted. */
export const exceptionDays = 183;
/** Days after which a charter is read and signed again. */
export const year = 366;
/** Days from the beginning of a month until the bill of the next one is there: a bill comes in the month after. */
export const billDays = 76;
/** Days from the beginning of a month until the next one is counted: on its last day, and a week for whoever is on leave then. */
export const countDays = 69;
/** Days after which a patch is overdue, whether or not somebody knows of a hole. */
export const patchDays = 120;
/** Days after which the exercise in which the usual person is absent is due again: once a quarter. */
export const absenceEvery = 92;
/** Days in which a page answers what an exercise found that none did: within the week. */
export const answerDays = 7;
/** Days after a failed restore in which it is repaired and drilled again. */
export const repairDays = 28;
/** Minutes in which a release is taken back. */
export const undoMinutes = 10;
