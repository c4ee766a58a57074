#!/usr/bin/env bash
# The installation step of action.yml: puts kust on the PATH of the steps that follow.
# Takes KUST_VERSION, and GitHub's GITHUB_ACTION_PATH, GITHUB_PATH and RUNNER_TEMP.
set -euo pipefail

dir=$RUNNER_TEMP/kust
if [ "${RUNNER_OS:-}" = Windows ]; then
  url=https://github.com/kust-dev/kust/releases
  if [ "$KUST_VERSION" = latest ]; then url=$url/latest/download; else url=$url/download/$KUST_VERSION; fi
  mkdir -p "$dir"
  curl -fsSL --retry 3 -o "$dir/checksums.txt" "$url/checksums.txt"
  archive=$(grep -o 'kust_.*_windows_amd64\.zip$' "$dir/checksums.txt")
  curl -fsSL --retry 3 -o "$dir/$archive" "$url/$archive"
  (cd "$dir" && grep " $archive\$" checksums.txt | sha256sum --check --quiet && unzip -oq "$archive")
else
  sh "$GITHUB_ACTION_PATH/install.sh" --version "$KUST_VERSION" --dir "$dir"
fi
echo "$dir" >>"$GITHUB_PATH"
