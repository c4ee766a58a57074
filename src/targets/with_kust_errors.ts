/** The errors of file systems as `KustError`, for the functions of the library that throw errors of input. */

import { KustError } from "../diagnostics/diagnostic.ts";
import { diagnosticOfFileError, FileError } from "../load/file_system.ts";

export async function withKustErrors<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw error instanceof FileError ? new KustError(diagnosticOfFileError(error)) : error;
  }
}
