import { defineCommand } from "../command.ts";
export const command = defineCommand({ usage: "fix", flags: {}, run: () => 0 });
