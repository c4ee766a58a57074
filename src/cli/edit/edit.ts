/** `kust edit`: the commands that change a kustomization file. */

import type { CommandGroup } from "../command.ts";

const add: CommandGroup = {
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
    configmap: {
      summary: "Add a ConfigMap to be generated, or more content to one",
      load: async () => ({ command: (await import("./generators.ts")).addConfigMap }),
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
      load: async () => ({ command: (await import("./generators.ts")).addSecret }),
    },
    transformer: {
      summary: "Add files with a transformer's settings",
      load: async () => ({ command: (await import("./paths.ts")).addTransformer }),
    },
  },
};

const remove: CommandGroup = {
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
      load: async () => ({ command: (await import("./paths.ts")).removeComponent }),
    },
    configmap: {
      summary: "Remove one or more ConfigMap generators",
      load: async () => ({ command: (await import("./generators.ts")).removeConfigMap }),
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
      load: async () => ({ command: (await import("./generators.ts")).removeSecret }),
    },
    transformer: {
      summary: "Remove files with a transformer's settings",
      load: async () => ({ command: (await import("./paths.ts")).removeTransformer }),
    },
  },
};

const set: CommandGroup = {
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
      load: async () => ({ command: (await import("./generators.ts")).setConfigMap }),
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
      load: async () => ({ command: (await import("./generators.ts")).setSecret }),
    },
  },
};

export const command: CommandGroup = {
  manual: {
    long:
      "Changes the kustomization file of the current folder, or of another one with --kustomization (or --path). The file is " +
      "written as kustomize writes it, or, with --keep-format, with nothing changed but what must change.",
    examples: [
      { text: "Add a resource", line: "kust edit add resource deployment.yaml" },
      { text: "Set an image's tag in an overlay", line: "kust edit set image node:22.1.0 --path overlays/prod" },
    ],
  },
  subcommands: {
    add: { summary: "Add an item to the kustomization file", load: () => Promise.resolve({ command: add }) },
    "alpha-list-builtin-plugin": {
      summary: "[Alpha] List the builtin plugins",
      load: () => import("./list_builtin_plugins.ts"),
    },
    fix: { summary: "Replace deprecated fields in the kustomization file", load: () => import("./fix.ts") },
    remove: { summary: "Remove items from the kustomization file", load: () => Promise.resolve({ command: remove }) },
    set: {
      summary: "Set the value of a field in the kustomization file",
      load: () => Promise.resolve({ command: set }),
    },
  },
};
