/** `kust explain`: which file and line set a field, and what it was before. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did_you_mean.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { describeId } from "../../model/res_id.ts";
import type { Resource } from "../../model/resource.ts";
import { findField, stepsOf } from "../../trace/find_field.ts";
import { observedBuild } from "../../pipeline/build.ts";
import { fieldsOf, Trace } from "../../trace/trace.ts";
import { BUILD_OPTION_FLAGS, buildOptions } from "../build/build_options.ts";
import type { Host } from "../../host/host.ts";
import type { BuildOptions } from "../../pipeline/context/options.ts";
import { defineCommand } from "../command.ts";
import { choiceOf } from "../flags/flag_choice.ts";
import type { Flags } from "../flags/flags.ts";
import { formatFlag } from "../flags/format_flag.ts";
import { buildTraced } from "./build_traced.ts";
import { blameJson, blameText, FORMATS } from "./blame.ts";
import { fieldJson, fieldText } from "./field_history.ts";
import { COULD_NOT_BE_DONE } from "../exit_codes.ts";

const flags = {
  ...BUILD_OPTION_FLAGS,
  format: formatFlag(FORMATS),
  namespace: { type: "string", short: "n", complete: "none", help: "the namespace of the resource; '' if it has none" },
} as const satisfies Flags;

export const command = defineCommand({
  usage: "explain DIR KIND/NAME [FIELD] [flags]",
  flags,
  manual: {
    long:
      "Without FIELD, prints the resource with the file and line that last set each of its lines. With FIELD, prints every " +
      "step that set the field, oldest first.\n\nNAME is the name before or after prefixes and hashes. FIELD is a path " +
      "(spec.template.spec.containers[name=web].image), a JSON pointer (/spec/replicas), or the end of a path if it is unique (image).",
    examples: [
      { text: "Why does web have four replicas?", line: "kust explain overlays/prod Deployment/web spec.replicas" },
      { text: "What set each line of it?", line: "kust explain overlays/prod Deployment/web" },
    ],
  },
  completeArgs: "kustomization",
  exitOnFailure: COULD_NOT_BE_DONE,
  run: async ({ args, flags, given, compat }, host) => {
    const [path, name, fieldPath, extra] = args;
    if (extra !== undefined) {
      fail("too-many-arguments", `too many arguments: ${args.join(" ")}`, {
        hint: "put a field with spaces in quotes; explain shows one field, or the whole resource",
      });
    }
    if (path === undefined || name === undefined) {
      fail("missing-argument", "name a kustomization and a resource", {
        hint: "as in: kust explain overlays/prod Deployment/web spec.replicas",
      });
    }
    if (fieldPath !== undefined) stepsOf(fieldPath);
    const isJson = choiceOf("format", flags.format, FORMATS) === "json";
    const options = { ...buildOptions(flags, given, host), compat: compat.release };
    const namespace = given.has("namespace") ? flags.namespace : undefined;
    const resource = await tracedResource(path, name, namespace, options, host);
    if (resource === undefined) return COULD_NOT_BE_DONE;
    if (fieldPath === undefined) {
      host.writeStdout(isJson ? blameJson([resource]) : blameText([resource]));
    } else {
      const found = findField(fieldsOf(resource)!, fieldPath);
      host.writeStdout(isJson ? fieldJson(resource, found) : fieldText(resource, found));
    }
    return 0;
  },
});

/**
 * The resource that `text` names, with its trace; undefined if the build fails. Prefixes and hashes only extend names,
 * so it is enough to trace resources whose name is part of the wanted one. If another resource has that name in the
 * end, a second build traces all.
 */
async function tracedResource(
  path: string,
  text: string,
  namespace: string | undefined,
  options: BuildOptions,
  host: Host,
): Promise<Resource | undefined> {
  const [kind = "", name = ""] = text.split("/");
  const isLikely = (resource: Resource) =>
    resource.kind.toLowerCase() === kind.toLowerCase() && name.includes(resource.name);
  const resources = await buildTraced(path, options, host, isLikely);
  if (resources === undefined) return undefined;
  const found = findResource(resources, text, namespace);
  if (fieldsOf(found) !== undefined) return found;
  // The first build has succeeded, and has printed its warnings.
  const whole = await observedBuild(host.fs, path, options, new Trace());
  return findResource(whole.resources, text, namespace);
}

/** The resource that `text` (`Deployment/web`) names. Throws `no-match`, `ambiguous-target`, `invalid-argument`. */
function findResource(resources: readonly Resource[], text: string, namespace: string | undefined): Resource {
  const slash = text.indexOf("/");
  if (slash <= 0) {
    fail("invalid-argument", `'${text}' is not KIND/NAME`, { hint: "write it as in Deployment/web" });
  }
  const kind = text.slice(0, slash).toLowerCase();
  const name = text.slice(slash + 1);
  const named = resources.filter((resource) =>
    resource.kind.toLowerCase() === kind && resource.allIds().some((id) => id.name === name)
  );
  const found = namespace === undefined ? named : named.filter((resource) => resource.namespace === namespace);
  if (found.length > 1) {
    fail("ambiguous-target", `several resources are ${text}: ${listed(found)}`, {
      hint: "add --namespace, which may be '', or the name after prefixes and hashes",
    });
  }
  const [only] = found;
  if (only !== undefined) return only;
  if (named.length > 0) {
    fail("no-match", `the build has no ${text} in namespace '${namespace}'`, { hint: `there is ${listed(named)}` });
  }
  const names = resources.map((resource) => `${resource.kind}/${resource.name}`);
  const original = resources.map((resource) => `${resource.kind}/${resource.originalId.name}`);
  const near = nearest(text, [...names, ...original]);
  fail("no-match", `the build has no ${text}`, {
    hint: didYouMean(near) ?? `its resources: ${names.slice(0, MAX_NAMES).join(", ")}`,
  });
}

function listed(resources: readonly Resource[]): string {
  return resources.map(({ id }) => describeId(id)).join(", ");
}

const MAX_NAMES = 10;
