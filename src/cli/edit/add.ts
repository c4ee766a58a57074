/** `kust edit add`: adds items to the kustomization file. */

import type { CommandGroup } from "../command.ts";

export const command: CommandGroup = {
  manual: {
    long: "Adds an item to the kustomization file.",
    examples: [
      { text: "Add a resource", line: "kust edit add resource deployment.yaml" },
      { text: "Add a ConfigMap to be generated", line: "kust edit add configmap NAME --from-literal=k=v" },
      { text: "Add a patch", line: "kust edit add patch --path patch.yaml --kind Deployment" },
    ],
  },
  subcommands: {
    annotation: {
      summary: "Add one or more common annotations",
      load: async () => ({ command: (await import("./metadata.ts")).addAnnotation }),
    },
    base: {
      summary: "Add one or more folders to the resources",
      load: async () => ({ command: (await import("./paths.ts")).addBase }),
    },
    buildmetadata: {
      summary: "Add one or more buildMetadata options",
      load: async () => ({ command: (await import("./build_metadata.ts")).addCommand }),
    },
    component: {
      summary: "Add components",
      load: async () => ({ command: (await import("./paths.ts")).addComponent }),
    },
    configuration: {
      summary: "Add files that locate names, labels and the like in custom resources",
      behaviour: "edit-add-configuration",
      load: async () => ({ command: (await import("./paths.ts")).addConfiguration }),
    },
    configmap: {
      summary: "Add a ConfigMap to be generated, or more content to one",
      load: async () => ({ command: (await import("./generators/add_generators.ts")).addConfigMap }),
    },
    generator: {
      summary: "Add files with a generator's settings",
      load: async () => ({ command: (await import("./paths.ts")).addGenerator }),
    },
    label: {
      summary: "Add one or more common labels",
      load: async () => ({ command: (await import("./metadata.ts")).addLabel }),
    },
    patch: {
      summary: "Add a patch",
      load: async () => ({ command: (await import("./patches.ts")).addCommand }),
    },
    resource: {
      summary: "Add resources: files, folders, repositories",
      load: async () => ({ command: (await import("./paths.ts")).addResource }),
    },
    secret: {
      summary: "Add a Secret to be generated, or more content to one",
      load: async () => ({ command: (await import("./generators/add_generators.ts")).addSecret }),
    },
    transformer: {
      summary: "Add files with a transformer's settings",
      load: async () => ({ command: (await import("./paths.ts")).addTransformer }),
    },
  },
};
