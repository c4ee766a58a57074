/**
 * The environment for git: the user's own, so that their credentials work, without variables that could mislead it or
 * make it prompt.
 */

/**
 * Variables by which an outer git (a hook, `git rebase --exec`) points its children at its own repository, and the one
 * by which git would open a window to ask for a password. `GIT_ASKPASS` stays, because CI systems use it to answer.
 */
const DROPPED = [
  "GIT_DIR",
  "GIT_COMMON_DIR",
  "GIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_OBJECT_DIRECTORY",
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_NAMESPACE",
  "GIT_PREFIX",
  "GIT_SHALLOW_FILE",
  "GIT_GRAFT_FILE",
  "GIT_REPLACE_REF_BASE",
  "GIT_NO_REPLACE_OBJECTS",
  "GIT_IMPLICIT_WORK_TREE",
  "GIT_INTERNAL_SUPER_PREFIX",
  "GIT_CONFIG",
  "SSH_ASKPASS",
];

const ADDED = {
  // git's own prompt, that of the credential manager, and ssh's window.
  GIT_TERMINAL_PROMPT: "0",
  GCM_INTERACTIVE: "never",
  SSH_ASKPASS_REQUIRE: "never",
  // Disables hooks from the user's template, including in submodules.
  GIT_TEMPLATE_DIR: "",
};

export function gitEnvironment(own: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...own, ...ADDED }).filter(([name]) => !DROPPED.includes(name)));
}

/** Settings given on the command line; git hands them on to the commands that it runs in submodules. */
export const GIT_SETTINGS: readonly string[] = [
  "-c",
  "core.hooksPath=/dev/null",
  // Keeps even small fetches in packs, which `--remote-cache` stores.
  "-c",
  "fetch.unpackLimit=1",
  // Nothing may run in the background in a folder that is about to be removed.
  "-c",
  "gc.auto=0",
  "-c",
  "maintenance.auto=false",
  "-c",
  "init.defaultBranch=main",
  "-c",
  "advice.detachedHead=false",
];
