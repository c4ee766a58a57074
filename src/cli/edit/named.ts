/** `edit set` and `edit remove` of images and replicas. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { parseImage, removeImages, setImages } from "../../edit/changes/images.ts";
import { parseReplica, removeReplicas, setReplicas } from "../../edit/changes/replicas.ts";
import { defineCommand } from "../command.ts";
import { EDIT_FLAGS, editFile, editSite } from "./edit_file.ts";

export const setImage = defineCommand({
  usage: "image IMAGE...",
  manual: {
    long: "Sets new names, tags or digests of images. Each argument is <image>=<newimage>, <image>:<newtag>, " +
      "<image>@<digest> or a combination such as <image>=<newimage>:<newtag>@<digest>. An asterisk for the new name, " +
      "tag or digest keeps the one in the file.",
    examples: [
      { text: "A new tag", line: "kust edit set image node:22.1.0" },
      { text: "Another registry", line: "kust edit set image postgres=eu.gcr.io/my-project/postgres:latest" },
      { text: "A digest, with the new name kept", line: "kust edit set image 'my-app=*@sha256:24a0c4b4'" },
    ],
  },
  flags: EDIT_FLAGS,
  completeArgs: "none",
  run: ({ args, flags, compat }, host) => {
    if (args.length === 0) fail("missing-argument", "no image specified");
    const images = args.map(parseImage);
    return editFile(editSite(flags, host, compat), host, (file) => setImages(file, images));
  },
});

export const setReplicasCommand = defineCommand({
  usage: "replicas NAME=COUNT...",
  manual: {
    long: "Sets the number of replicas of resources.",
    examples: [{ text: "Set two counts", line: "kust edit set replicas my-app=3 other-app=1" }],
  },
  flags: EDIT_FLAGS,
  completeArgs: "none",
  run: ({ args, flags, compat }, host) => {
    if (args.length === 0) fail("missing-argument", "no replicas specified");
    const replicas = args.map(parseReplica);
    return editFile(editSite(flags, host, compat), host, (file) => setReplicas(file, replicas));
  },
});

export const removeImage = defineCommand({
  usage: "image NAME...",
  manual: {
    long: "Removes entries of `images` by name.",
    examples: [{ text: "Use the image of the resources again", line: "kust edit remove image postgres" }],
  },
  flags: EDIT_FLAGS,
  completeArgs: "none",
  run: ({ args, flags, compat }, host) => {
    if (args.length === 0) fail("missing-argument", "no image specified");
    return editFile(editSite(flags, host, compat), host, (file) => removeImages(file, args));
  },
});

export const removeReplicasCommand = defineCommand({
  usage: "replicas NAME...",
  manual: {
    long: "Removes entries of `replicas` by name.",
    examples: [{ text: "Use the count of the resource again", line: "kust edit remove replicas my-app" }],
  },
  flags: EDIT_FLAGS,
  completeArgs: "none",
  run: ({ args, flags, compat }, host) => {
    if (args.length === 0) fail("missing-argument", "no replicas specified");
    return editFile(editSite(flags, host, compat), host, (file) => removeReplicas(file, args));
  },
});
