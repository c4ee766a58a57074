import { assertEquals } from "@std/assert";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnosticReport } from "./json_report.ts";

Deno.test("diagnosticReport() has only the fields that a diagnostic has", () => {
  const whole: Diagnostic = {
    code: "not-found",
    message: "m",
    id: "a",
    file: "f",
    notes: [{ message: "n" }],
    hint: "h",
  };
  assertEquals<unknown>(diagnosticReport(whole), whole);
  assertEquals(diagnosticReport({ code: "not-found", message: "m" }), { code: "not-found", message: "m" });
});
