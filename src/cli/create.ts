import { defineCommand } from "./command.ts";
export const command = defineCommand({ usage: "create", flags: {}, run: () => 0 });
