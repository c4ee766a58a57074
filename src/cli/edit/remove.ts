/** `kust edit remove`: removes items from the kustomization file. */

import type { CommandGroup } from "../command.ts";

export const command: CommandGroup = {
  manual: {
    long: "Removes items from the kustomization file.",
    examples: [
      { text: "Remove resources by pattern", line: "kust edit remove resource 'manifests/*.yaml'" },
      { text: "Remove a common label", line: "kust edit remove label app" },
    ],
  },
  subcommands: {
    annotation: {
      summary: "Remove one or more common annotations",
      load: async () => ({ command: (await import("./metadata.ts")).removeAnnotation }),
    },
    buildmetadata: {
      summary: "Remove one or more buildMetadata options",
      load: async () => ({ command: (await import("./build_metadata.ts")).removeCommand }),
    },
    component: {
      summary: "Remove components",
      behaviour: "edit-remove-component",
      load: async () => ({ command: (await import("./paths.ts")).removeComponent }),
    },
    configmap: {
      summary: "Remove one or more ConfigMap generators",
      load: async () => ({ command: (await import("./generators/generators.ts")).removeConfigMap }),
    },
    generator: {
      summary: "Remove files with a generator's settings",
      load: async () => ({ command: (await import("./paths.ts")).removeGenerator }),
    },
    image: {
      summary: "Remove one or more images",
      load: async () => ({ command: (await import("./named.ts")).removeImage }),
    },
    label: {
      summary: "Remove one or more common labels",
      load: async () => ({ command: (await import("./metadata.ts")).removeLabel }),
    },
    nameprefix: {
      summary: "Remove the name prefix",
      load: async () => ({ command: (await import("./texts.ts")).removeNamePrefix }),
    },
    namespace: {
      summary: "Remove the namespace",
      load: async () => ({ command: (await import("./texts.ts")).removeNamespace }),
    },
    namesuffix: {
      summary: "Remove the name suffix",
      load: async () => ({ command: (await import("./texts.ts")).removeNameSuffix }),
    },
    patch: {
      summary: "Remove a patch",
      load: async () => ({ command: (await import("./patches.ts")).removeCommand }),
    },
    replicas: {
      summary: "Remove one or more replica counts",
      load: async () => ({ command: (await import("./named.ts")).removeReplicasCommand }),
    },
    resource: {
      summary: "Remove resources",
      load: async () => ({ command: (await import("./paths.ts")).removeResource }),
    },
    secret: {
      summary: "Remove one or more Secret generators",
      load: async () => ({ command: (await import("./generators/generators.ts")).removeSecret }),
    },
    transformer: {
      summary: "Remove files with a transformer's settings",
      load: async () => ({ command: (await import("./paths.ts")).removeTransformer }),
    },
  },
};
