#!/usr/bin/env bash
# The step of action.yml that runs kust. Takes KUST_COMMAND, KUST_TARGETS, KUST_FLAGS, KUST_BASE, KUST_OUTPUT,
# KUST_FAIL_ON, KUST_COMMENT, KUST_PULL_REQUEST, KUST_COMPAT and GitHub's own variables.
set -euo pipefail

# An empty variable is not a release; kust would refuse it.
[ -n "${KUST_COMPAT:-}" ] || unset KUST_COMPAT
read -ra targets <<<"${KUST_TARGETS:-}"
read -ra flags <<<"${KUST_FLAGS:-}"

# GitHub allows 65,536 characters in a comment.
LIMIT=60000

build() {
  kust build "${targets[@]:-.}" --output "$KUST_OUTPUT" ${flags[@]+"${flags[@]}"}
}

# Without targets, lint and diff take every kustomization below the folder. Bash 3.2 of macOS takes an empty list for unset.
lint() {
  local options=(--format github ${flags[@]+"${flags[@]}"})
  [ -z "${KUST_FAIL_ON:-}" ] || options+=(--fail-on "$KUST_FAIL_ON")
  kust lint ${targets[@]+"${targets[@]}"} "${options[@]}"
}

diff() {
  local options=(${flags[@]+"${flags[@]}"}) report=$RUNNER_TEMP/kust-diff.md status=0 changed=false
  [ -z "${KUST_BASE:-}" ] || options+=(--base "$KUST_BASE")
  compare --format markdown --limit-bytes "$LIMIT" >"$report" || status=$?
  [ "$status" -le 1 ] || exit "$status"
  [ "$status" -eq 0 ] || changed=true
  cat "$report" >>"$GITHUB_STEP_SUMMARY"
  echo "changed=$changed" >>"$GITHUB_OUTPUT"
  if [ "$KUST_COMMENT" = true ] && [ -n "${KUST_PULL_REQUEST:-}" ]; then comment "$report" "$changed"; fi
  [ "$changed" = true ] || return 0
  # Marks the lines that cause each effect. Without fail-on a difference is news, not a failure.
  if [ -n "${KUST_FAIL_ON:-}" ]; then compare --format github --fail-on "$KUST_FAIL_ON"; return; fi
  compare --format github || [ $? -eq 1 ]
}

compare() {
  kust diff ${targets[@]+"${targets[@]}"} ${options[@]+"${options[@]}"} "$@"
}

# comment FILE CHANGED: keeps one comment of its own on the pull request up to date.
comment() {
  local marker='<!-- kust diff -->' body=$RUNNER_TEMP/kust-comment.md id
  { echo "$marker"; if [ "$2" = true ]; then cat "$1"; else echo 'No rendered resource changes.'; fi; } >"$body"
  local comments=repos/$GITHUB_REPOSITORY/issues/$KUST_PULL_REQUEST/comments
  id=$(gh api --paginate "$comments" --jq ".[] | select(.body | startswith(\"$marker\")) | .id" | head -n 1)
  if [ -n "$id" ]; then gh api --silent -X PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" -F "body=@$body"
  elif [ "$2" = true ]; then gh api --silent -X POST "$comments" -F "body=@$body"; fi
}

case $KUST_COMMAND in
  build | lint | diff) "$KUST_COMMAND" ;;
  *)
    echo "::error::command is '$KUST_COMMAND'; it can be install, build, diff or lint"
    exit 2
    ;;
esac
