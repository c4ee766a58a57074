/** Exit codes of commands that report. */

/** The command failed to make its report. 1 means that it reports something. */
export const COULD_NOT_BE_DONE = 2;
