/** Pages of help that are about no command. They bear the names that kustomize gives to its own. */

import type { CommandGroup } from "../command.ts";

function topic(long: string): CommandGroup {
  return { manual: { long }, subcommands: {} };
}

export const functions = topic(`
A function is a program that reads a list of resources on standard input and prints the changed list. In a kustomization it is
a file under \`generators\`, \`transformers\` or \`validators\` whose annotation \`config.kubernetes.io/function\` says what to run:

    apiVersion: example.com/v1
    kind: AddSidecar
    metadata:
      name: sidecar
      annotations:
        config.kubernetes.io/function: |
          container:
            image: example.com/add-sidecar:v1
    spec:
      image: proxy:v2

With \`container\` the image runs in docker, with \`exec: {path: ./program}\` a program of the machine. kust runs neither unless
it is told to: \`kust build --enable-alpha-plugins\` for containers, and \`--enable-exec\` too for programs. The network is
closed to containers without \`--network\`.

\`kust help docs-fn-spec\` says what is read and printed.`);

export const functionSpecification = topic(`
A function gets one YAML document on standard input:

    apiVersion: config.kubernetes.io/v1
    kind: ResourceList
    functionConfig: {}   # the file that names the function, whole
    items: []            # the resources built so far

It prints a document of the same form. What it leaves out of \`items\` is removed from the build, what it adds is added. A
generator gets no items. A validator's changes are refused.

An exit code other than 0 fails the build, and what the function wrote on standard error is shown.`);

export const annotations = topic(`
Annotations that tools pass on with a resource:

    config.kubernetes.io/path            the file it came from, relative to the folder that was read
    config.kubernetes.io/index           its place in that file, counted from 0
    config.kubernetes.io/local-config    "true": for tools only, not for the cluster

\`kust build\` drops resources that are local-config. Functions see path and index; the output of a build does not have
them. \`buildMetadata: [originAnnotations]\` in a kustomization writes where each resource came from into the output.`);

export const merge = topic(`
A strategic merge patch is laid over a resource:

    a map             is merged field by field
    a value, a list   replaces what is there
    null              removes the field
    a list of maps whose schema names a merge key (containers by name, ports by containerPort …)
                      is merged element by element; elements of the patch come first

In a map or an element of such a list, \`$patch: delete\` removes it, and \`$patch: replace\` puts the patch in its place. Merge keys
are known for built-in kinds; \`openapi\` and \`crds\` in a kustomization tell those of others.`);

export const threeWayMerge = topic(`
Merging the changes between two versions of a resource into a third. No command of kust does so: \`kust build\` knows patches
only (\`kust help docs-merge\`). \`kpt pkg update\` merges three ways.`);

export const commandTutorial = topic(`
This page of kustomize is about its \`cfg\` commands, which kust does not have: see \`kust help cfg\`.`);

export const functionTutorial = topic(`
This page of kustomize is about its \`fn\` commands, which kust does not have: see \`kust help fn\`. How a kustomization runs a
function says \`kust help docs-fn\`.`);
