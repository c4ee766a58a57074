import type { EditedFile } from "./edited_file.ts";
export function keepFormat(file: EditedFile): string { return file.source.text; }
