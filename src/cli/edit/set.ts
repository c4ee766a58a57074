/** `kust edit set`: sets fields of the kustomization file. */

import type { CommandGroup } from "../command.ts";

export const command: CommandGroup = {
  manual: {
    long: "Sets the value of a field in the kustomization file.",
    examples: [
      { text: "Set an image's tag", line: "kust edit set image node:22.1.0" },
      { text: "Set the namespace", line: "kust edit set namespace staging" },
    ],
  },
  subcommands: {
    annotation: {
      summary: "Set one or more common annotations",
      load: async () => ({ command: (await import("./metadata.ts")).setAnnotation }),
    },
    buildmetadata: {
      summary: "Set the buildMetadata options",
      load: async () => ({ command: (await import("./build_metadata.ts")).setCommand }),
    },
    configmap: {
      summary: "Set the value of a key, or the namespace, of a ConfigMap generator",
      load: async () => ({ command: (await import("./generators/generators.ts")).setConfigMap }),
    },
    image: {
      summary: "Set images and their new names, new tags or digests",
      load: async () => ({ command: (await import("./named.ts")).setImage }),
    },
    label: {
      summary: "Set one or more common labels",
      load: async () => ({ command: (await import("./metadata.ts")).setLabel }),
    },
    nameprefix: {
      summary: "Set the name prefix",
      load: async () => ({ command: (await import("./texts.ts")).setNamePrefix }),
    },
    namespace: {
      summary: "Set the namespace",
      load: async () => ({ command: (await import("./texts.ts")).setNamespace }),
    },
    namesuffix: {
      summary: "Set the name suffix",
      load: async () => ({ command: (await import("./texts.ts")).setNameSuffix }),
    },
    replicas: {
      summary: "Set the replica counts of resources",
      load: async () => ({ command: (await import("./named.ts")).setReplicasCommand }),
    },
    secret: {
      summary: "Set the value of a key, or the namespace, of a Secret generator",
      load: async () => ({ command: (await import("./generators/generators.ts")).setSecret }),
    },
  },
};
