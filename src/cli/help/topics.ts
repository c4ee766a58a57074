/** Help pages about topics other than commands. They have the same names as in kustomize. */

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

With \`container\`, the image runs in docker; with \`exec: {path: ./program}\`, a local program runs. Both are off by default:
\`kust build --enable-alpha-plugins\` allows containers, and adding \`--enable-exec\` allows programs. Containers have no network
access without \`--network\`.

See \`kust help docs-fn-spec\` for the input and the output.`);

export const functionSpecification = topic(`
A function reads one YAML document from standard input:

    apiVersion: config.kubernetes.io/v1
    kind: ResourceList
    functionConfig: {}   # the whole file that names the function
    items: []            # the resources built so far

It prints a document of the same form. Resources missing from its \`items\` are removed from the build, new ones are added. A
generator receives no items. A validator may not change anything.

A nonzero exit code fails the build, and the function's standard error is shown.`);

export const annotations = topic(`
Annotations that tools preserve on a resource:

    config.kubernetes.io/path            the file it came from, relative to the folder that was read
    config.kubernetes.io/index           its position in that file, starting at 0
    config.kubernetes.io/local-config    "true": for tools only, not for the cluster

\`kust build\` drops local-config resources. Functions see path and index, which are removed from the output of a build.
To record the origin of each resource in the output, add \`buildMetadata: [originAnnotations]\` to the kustomization.`);

export const merge = topic(`
A strategic merge patch is merged into a resource:

    a map             is merged field by field
    a value, a list   replaces the existing one
    null              removes the field
    a list of maps whose schema names a merge key (containers by name, ports by containerPort …)
                      is merged element by element; elements of the patch come first

In a map or an element of such a list, \`$patch: delete\` removes it and \`$patch: replace\` replaces it with the patch. Merge keys
of built-in kinds are known; \`openapi\` and \`crds\` in a kustomization define those of other kinds.`);

export const threeWayMerge = topic(`
A three-way merge applies the changes between two versions of a resource to a third. kust has no such command: \`kust build\`
only merges patches (\`kust help docs-merge\`). Use \`kpt pkg update\` for three-way merges.`);

export const commandTutorial = topic(`
The \`cfg\` commands show the resources of a folder, or of standard input, without building anything:

    kust cfg cat DIR                            print them, with sorted fields
    kust cfg count DIR                          count them by kind
    kust cfg tree DIR --image --replicas        show them as a tree
    kust cfg grep "kind=Deployment" DIR         print those that match

The output of one is the input of another:

    kust cfg grep "spec.replicas>3" DIR | kust cfg tree - --replicas`);

export const functionTutorial = topic(`
\`kust fn run\` runs functions on the resources of a folder, and writes the result back to its files:

    kust fn run DIR --dry-run --enable-exec     print the result instead
    kust fn run DIR --image IMAGE -- a=b        run one image, with a configuration of its own
    kust build DIR | kust fn run --enable-exec --exec-path ./function

Functions that the files of DIR configure see the resources of their own folder and those below. See \`kust help docs-fn\`.`);
