/** Exit codes of commands that report. */

/** There is no report. 1 is for a report of something. */
export const COULD_NOT_BE_DONE = 2;
